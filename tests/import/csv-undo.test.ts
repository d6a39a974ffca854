import { describe, expect, test } from 'vitest';
import { progressOf } from '../support/app.ts';
import { signIn } from '../support/forms.ts';
import { textOf } from '../support/desk-forms.ts';
import { imported, undo, useImports } from './csv-desk.ts';

const imports = useImports();

describe('Undo', () => {
  test('takes pledges and their receipts back, after which they can be imported again', async () => {
    const name = imports.called('Ada');
    const email = `ada${imports.n}@undo.example`;
    const names = await imported(
      imports.app,
      imports.cy,
      'signatories',
      `Name,Email\n${name},${email}\n`,
    );
    const file = `id,email,amount,date\nU${imports.n},${email},100,2026-03-01\n`;
    const pledges = await imported(imports.app, imports.cy, 'pledges', file);
    const wires = `pledge,amount,received on,reference\nU${imports.n},40,2026-03-02,W\nU${imports.n},30,2026-03-03,W\n`;
    const receipts = await imported(imports.app, imports.cy, 'receipts', wires);
    const [row] = await imports.pledgesOf(name);

    // What the later imports build on stays until they are undone.
    const early = await undo(imports.cy, pledges);
    expect(early.status).toBe(409);
    expect(textOf(early.page)).toContain(`Undo that first: ${row!.ref}.`);
    const earlier = await undo(imports.cy, names);
    expect(textOf(earlier.page)).toContain(`Undo that first: ${name}.`);

    const total = (await progressOf(imports.app)).funding;
    expect((await undo(imports.cy, receipts)).location).toBe(receipts);
    expect(await imports.stagesOf(row!.ref)).toMatchObject({
      pledged: { amount: '100.00' },
      received: { amount: '0.00' },
    });
    await undo(imports.cy, pledges);
    expect((await imports.pledgesOf(name))[0]).toMatchObject({ status: 'rejected' });
    expect((await progressOf(imports.app)).funding).not.toEqual(total);
    expect(textOf((await imports.cy.get(pledges)).page)).toContain('This import was undone on');
    expect(textOf((await undo(imports.cy, pledges)).page)).toContain('recorded or undone already');

    await undo(imports.cy, names);
    expect(await imports.signatoryCalled(name)).toMatchObject({ status: 'rejected' });
    await imported(imports.app, imports.cy, 'signatories', `Name,Email\n${name} again,${email}\n`);
    await imported(imports.app, imports.cy, 'pledges', file);
    expect(await imports.pledgesOf(`${name} again`)).toMatchObject([{ status: 'accepted' }]);
  });

  test('leaves a signatory who has confirmed the address', async () => {
    const [ada, bo] = [imports.called('Ada'), imports.called('Bo')];
    const path = await imported(
      imports.app,
      imports.cy,
      'signatories',
      `Name,Email\n${ada},ada${imports.n}@own.example\n${bo},bo${imports.n}@own.example\n`,
    );
    await signIn(imports.app, (await imports.signatoryCalled(ada))!.id);
    await undo(imports.cy, path);
    expect(await imports.signatoryCalled(ada)).toMatchObject({ status: 'published' });
    expect(await imports.signatoryCalled(bo)).toMatchObject({ status: 'rejected' });
  });
});
