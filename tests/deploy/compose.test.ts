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

describe('docker-compose.yml', () => {
  test('sets for our services what the configuration knows, once', () => {
    expect(ours.map(([name]) => name)).toEqual(['owner', 'app']);
    const image = [...read('Dockerfile').matchAll(/ ([A-Z_]+)=\S+/g)].map(([, name]) => name!);
    expect(image).toContain('DATA_DIR');
    const set = [...image, ...ours.flatMap(([, { environment }]) => Object.keys(environment!))];
    expect(set.filter((name) => !known.has(name))).toEqual([]);
  });

  test('gives each service the secrets that it reads, and the server no other', () => {
    for (const [, { environment = {}, secrets = [] }] of ours) {
      const files = Object.values(environment).filter((value) => value.startsWith('/run/secrets/'));
      expect(files.toSorted()).toEqual(secrets.map((name) => `/run/secrets/${name}`).toSorted());
    }
    const used = new Set(services.flatMap(([, { secrets = [] }]) => secrets));
    expect([...used].toSorted()).toEqual(Object.keys(compose.secrets).toSorted());
    expect(compose.services['app']!.secrets).not.toContain('owner_url');
    const script = read('deploy/secrets.sh');
    for (const name of used) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('runs and mounts what there is', () => {
    const commands = [...JSON.stringify(ours).matchAll(/dist\/[\w/]+\.js/g)].map(([path]) => path);
    commands.push(.../CMD \["(dist\/main\.js)"\]/.exec(read('Dockerfile'))!.slice(1));
    expect(commands).toEqual(['dist/commands/migrate.js', 'dist/main.js']);
    const mounted = services
      .flatMap(([, { volumes = [] }]) => volumes)
      .filter((volume) => volume.startsWith('./deploy'))
      .map((volume) => volume.split(':')[0]!);
    expect(mounted).toEqual(['./deploy/roles.sql', './deploy/Caddyfile']);
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
