/** The instalments of a pledge of money: what has come of each, and what is still expected. */
import type { Day } from '../../server/domain/day.ts';
import type { FilledInstalment } from '../../server/domain/schedule.ts';
import { fullAmount } from '../format.ts';
import { Heads } from './table.tsx';
import { t } from '../words.ts';

interface InstalmentsProps {
  instalments: readonly FilledInstalment[];
  asset: string;
  today: Day;
  /** What has come that no instalment asks for. */
  beyond?: bigint;
}

export function Instalments({ instalments, asset, today, beyond = 0n }: InstalmentsProps) {
  const words = t.pledge;
  const amount = (quantity: bigint): string => (quantity > 0n ? fullAmount(quantity, asset) : '–');
  return (
    <table class="figures-table">
      <Heads of={[words.dueOn, words.amount, words.received, words.open]} />
      <tbody>
        {instalments.map(({ dueOn, quantity, received, outstanding }, index) => (
          <tr key={index}>
            <th scope="row">
              <time datetime={dueOn}>{t.date(dueOn)}</time>{' '}
              {outstanding > 0n && dueOn < today && <strong class="late">{words.late}</strong>}
            </th>
            <td data-label={words.amount}>{amount(quantity)}</td>
            <td data-label={words.received}>{amount(received)}</td>
            <td data-label={words.open}>
              {received + outstanding === 0n ? (
                <span class="quiet">{words.notExpected}</span>
              ) : (
                amount(outstanding)
              )}
            </td>
          </tr>
        ))}
        {beyond > 0n && (
          <tr>
            <th scope="row">{words.beyond}</th>
            <td>–</td>
            <td>{amount(beyond)}</td>
            <td>–</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
