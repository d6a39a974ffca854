import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/paths.ts';

const ANALYZE = '/usr/bin/systemd-analyze';
const unit = /```ini\n(.*?)```/s.exec(
  readFileSync(join(PROJECT_ROOT, 'docs/deploy.md'), 'utf8'),
)![1]!;

test('the unit for systemd keeps its folder for itself and ends later than the server drains', () => {
  expect(unit).toContain('StateDirectory=muster\nStateDirectoryMode=0700');
  expect(unit).toContain('ProtectSystem=strict');
  expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)![1])).toBeGreaterThan(10);
});

test.skipIf(!existsSync(ANALYZE))('systemd rates the unit as little exposed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-unit-'));
  const file = join(folder, 'muster.service');
  writeFileSync(file, unit);
  // In tenths: without a directive it is at 9.2.
  const args = ['security', '--offline=true', '--threshold=20', file];
  const { status, stdout, stderr } = spawnSync(ANALYZE, args, { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([0, expect.stringContaining('OK'), '']);
  rmSync(folder, { recursive: true });
});
