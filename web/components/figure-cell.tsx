interface FigureCellProps {
  label: string;
  figure: string;
  h100e: string;
  /** Nothing is there: a phone, where each cell is a line, leaves it out. */
  isZero: boolean;
}

/** A cell of a table with its H100-equivalents under it. */
export const FigureCell = ({ label, figure, h100e, isZero }: FigureCellProps) => (
  <td data-label={label} class={isZero ? 'none' : undefined}>
    <span>
      {figure} {!isZero && <span class="quiet">{h100e}</span>}
    </span>
  </td>
);
