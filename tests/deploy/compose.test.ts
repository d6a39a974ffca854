import { BlockList } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, SETTINGS } from '../../server/config.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';

interface Service {
  image?: string;
  command?: string[];
  entrypoint?: string[];
  profiles?: string[];
  restart?: string;
  logging?: { driver: string; options: Record<string, string> };
  mem_limit?: string;
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  ports?: string[];
  networks?: string[] | Record<string, { ipv4_address: string }>;
}

const read = (path: string): string => readFileSync(join(PROJECT_ROOT, path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: { web: { ipam: { config: { subnet: string; ip_range: string }[] } } };
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image === 'muster');
const known = new Set(SETTINGS.flatMap((name) => [name, `${name}_FILE`]));
const ofImage = [...read('Dockerfile').matchAll(/ ([A-Z_]+)=\S+/g)].map(([, name]) => name!);

/** The names in the first column of a page's tables. */
const documented = (path: string): string[] =>
  read(path)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([A-Z][A-Z_]+)`/g)])
    .map(([, name]) => name!);

describe('docker-compose.yml', () => {
  test('sets for our services what the configuration knows, once', () => {
    expect(ours.map(([name]) => name)).toEqual(['owner', 'backup', 'app', 'app-2']);
    expect(ofImage).toContain('DATA_DIR');
    const set = [...ofImage, ...ours.flatMap(([, { environment }]) => Object.keys(environment!))];
    // The backup's own script reads that one.
    expect(set.filter((name) => !known.has(name))).toEqual(['BACKUP_DAYS']);
    expect(read('deploy/backup.sh')).toContain('BACKUP_DAYS');
  });

  test('passes every setting to the server that the pages name and that there is', () => {
    const { environment } = compose.services['app']!;
    const passed = new Set([
      ...ofImage,
      ...Object.keys(environment!).map((name) => name.replace(/_FILE$/, '')),
      // The owner's, and no server's.
      'MIGRATE_DATABASE_URL',
    ]);
    const named = [...documented('README.md'), ...documented('docs/payments.md')];
    expect(named).toContain('AUTO_PUBLISH');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect([...named, ...SETTINGS].filter((name) => !passed.has(name))).toEqual([]);
    for (const [name, value] of Object.entries(environment!)) {
      if (value.startsWith('${')) expect(value).toBe('${' + name + ':-}');
    }
  });

  test('takes what holds a password from a file, which may be empty', () => {
    const { environment } = compose.services['app']!;
    const secret = SETTINGS.filter((name) => /URL$|KEY$|TOKEN$|SECRET$/.test(name)).filter(
      (name) => !/^(BASE|RATES|STRIPE_API|MIGRATE_DATABASE)_URL$/.test(name),
    );
    expect(secret).toHaveLength(6);
    for (const name of secret) {
      expect(environment![`${name}_FILE`]).toMatch(/^\/run\/secrets\//);
    }
  });

  test('lets no service fill the disk with its log or take all memory', () => {
    for (const [, { logging, mem_limit: limit }] of services) {
      expect(logging).toMatchObject({ options: { 'max-size': '10m', 'max-file': '5' } });
      expect(limit).toBeDefined();
    }
  });

  test('gives each server a data folder of its own, and the backup the first one’s', () => {
    const folders = services.flatMap(([name, { volumes = [] }]) =>
      volumes.filter((volume) => volume.endsWith(':/data')).map((volume) => [name, volume]),
    );
    expect(folders).toEqual([
      ['owner', 'data:/data'],
      ['backup', 'data:/data'],
      ['app', 'data:/data'],
      ['app-2', 'data-2:/data'],
      ['caddy', 'caddy:/data'],
    ]);
    expect(compose.services['app-2']!.profiles).toEqual(['replicas']);
  });

  test('backs up each day', () => {
    const { entrypoint, restart, volumes } = compose.services['backup']!;
    expect(entrypoint).toEqual(['/bin/sh', '/backup.sh']);
    expect(restart).toBe('unless-stopped');
    expect(volumes).toContain('./backups:/backups');
    expect(read('deploy/backup.sh')).toMatch(/dist\/commands\/backup\.js \/backups/);
  });

  test('gives each service the secrets that it reads, and the server no other', () => {
    for (const [, { environment = {}, secrets = [] }] of ours) {
      const files = Object.values(environment).filter((value) => value.startsWith('/run/secrets/'));
      expect(files.toSorted()).toEqual(secrets.map((name) => `/run/secrets/${name}`).toSorted());
    }
    const used = new Set(services.flatMap(([, { secrets = [] }]) => secrets));
    expect([...used].toSorted()).toEqual(Object.keys(compose.secrets).toSorted());
    for (const name of ['app', 'app-2']) {
      expect(compose.services[name]!.secrets).not.toContain('owner_url');
    }
    const script = read('deploy/secrets.sh');
    for (const name of used) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('runs and mounts what there is', () => {
    const commands = [...JSON.stringify(ours).matchAll(/dist\/[\w/]+\.js/g)].map(([path]) => path);
    commands.push(.../CMD \["(dist\/main\.js)"\]/.exec(read('Dockerfile'))!.slice(1));
    commands.push(
      ...[...read('deploy/backup.sh').matchAll(/dist\/[\w/]+\.js/g)].map(([path]) => path),
    );
    expect(commands).toEqual([
      'dist/commands/migrate.js',
      'dist/main.js',
      'dist/commands/backup.js',
    ]);
    const mounted = services
      .flatMap(([, { volumes = [] }]) => volumes)
      .filter((volume) => volume.startsWith('./deploy'))
      .map((volume) => volume.split(':')[0]!);
    expect(mounted).toEqual(['./deploy/roles.sql', './deploy/backup.sh', './deploy/Caddyfile']);
    const missing = [...commands, ...mounted].filter(
      (path) => !existsSync(join(PROJECT_ROOT, path)),
    );
    expect(missing).toEqual([]);
  });

  test('opens no port to the world but the proxy’s', () => {
    const open = services.filter(([, { ports = [] }]) =>
      ports.some((port) => !port.startsWith('127.0.0.1:')),
    );
    expect(open.map(([name]) => name)).toEqual(['caddy']);
  });

  test('believes the proxy, at an address that no other service gets', () => {
    const { TRUSTED_PROXIES } = compose.services['app']!.environment!;
    const { trustedProxies } = readConfig({ TRUSTED_PROXIES });
    const caddy = compose.services['caddy']!.networks as { web: { ipv4_address: string } };
    expect(trustedProxies).toEqual([caddy.web.ipv4_address]);
    const [{ subnet, ip_range: range }] = compose.networks.web.ipam.config as [
      { subnet: string; ip_range: string },
    ];
    const isIn = (network: string): boolean => {
      const [address, prefix] = network.split('/');
      const list = new BlockList();
      list.addSubnet(address!, Number(prefix));
      return list.check(trustedProxies[0]!);
    };
    expect([isIn(subnet), isIn(range)]).toEqual([true, false]);
  });
});
