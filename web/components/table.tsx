import type { ComponentChildren } from 'preact';

export type Column<Row> = readonly [
  head: string,
  cell: (row: Row) => ComponentChildren,
  className?: string,
];

interface TableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** For screen readers, unless it is seen. */
  caption?: string;
  isCaptionSeen?: boolean;
  id?: string;
  class?: string;
}

interface HeadsProps {
  of: readonly string[];
  /** Those of the columns' cells. */
  classes?: readonly (string | undefined)[];
}

export const Heads = ({ of, classes = [] }: HeadsProps) => (
  <thead>
    <tr>
      {of.map((head, at) =>
        head === '' ? (
          <td key={head} />
        ) : (
          <th scope="col" key={head} class={classes[at]}>
            {head}
          </th>
        ),
      )}
    </tr>
  </thead>
);

/** On a phone each cell is a line, and its label names it. */
export const Table = <Row,>({
  columns,
  rows,
  caption,
  isCaptionSeen = false,
  ...attributes
}: TableProps<Row>) => (
  <table {...attributes}>
    {caption !== undefined && (
      <caption class={isCaptionSeen ? undefined : 'unseen'}>{caption}</caption>
    )}
    <Heads
      of={columns.map(([head]) => head)}
      classes={columns.map(([, , className]) => className)}
    />
    <tbody>
      {rows.map((row, index) => (
        <tr key={index}>
          {columns.map(([head, cell, className], at) =>
            at === 0 ? (
              <th key={head} scope="row">
                {cell(row)}
              </th>
            ) : (
              <td key={head} class={className} data-label={head}>
                {cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

interface FigureCellProps {
  label: string;
  figure: string;
  h100e: string;
  /** A phone leaves the cell out. */
  isZero: boolean;
}

export const FigureCell = ({ label, figure, h100e, isZero }: FigureCellProps) => (
  <td data-label={label} class={isZero ? 'none' : undefined}>
    <span>
      {figure} {!isZero && <span class="quiet">{h100e}</span>}
    </span>
  </td>
);
