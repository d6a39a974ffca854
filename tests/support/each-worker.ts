import { checkRowsBy } from '../../server/db/sql.ts';

checkRowsBy((row, shape) => {
  shape.parse(row);
});
