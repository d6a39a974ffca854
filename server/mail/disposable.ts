import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/** Some 9,000 names: read when first asked for. */
let listed: ReadonlySet<string> | undefined;

/** Whether a mail domain, or one above it, hands out addresses to be thrown away. */
export function isDisposable(domain: string): boolean {
  listed ??= disposableEmailBlocklistSet();
  const labels = domain.toLowerCase().split('.');
  for (let first = 0; first < labels.length - 1; first += 1) {
    if (listed.has(labels.slice(first).join('.'))) return true;
  }
  return false;
}

/** Providers with a name in many countries: yahoo.co.uk, gmx.de. */
const IN_MANY_COUNTRIES =
  /^(aol|gmx|googlemail|hotmail|live|msn|outlook|rocketmail|yahoo|yandex|ymail)\.(com?\.)?[a-z]{2,3}$/;

const PROVIDERS: ReadonlySet<string> = new Set(
  `126.com 163.com 21cn.com aliyun.com att.net bellsouth.net bigpond.com bluewin.ch bol.com.br
  btinternet.com centrum.cz comcast.net cox.net daum.net duck.com earthlink.net email.cz fastmail.com
  fastmail.fm foxmail.com free.fr freenet.de gmail.com googlemail.com hanmail.net hey.com hushmail.com
  icloud.com inbox.lv inbox.ru interia.pl kakao.com laposte.net libero.it list.ru mac.com mail.com
  mail.ru mailbox.org me.com mozmail.com nate.com naver.com o2.pl onet.pl orange.fr outlook.com pm.me
  posteo.de proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com riseup.net
  rogers.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.cn sina.com sky.com sohu.com
  t-online.de telenet.be telus.net terra.com.br tiscali.it tuta.com tuta.io tutanota.com ukr.net
  uol.com.br verizon.net virgilio.it wanadoo.fr web.de wp.pl xs4all.nl yeah.net ziggo.nl zoho.com`.split(
    /\s+/,
  ),
);

/** Whether a mail domain is a provider's, open to everybody: an address on it proves no organisation. */
export function isMailProvider(domain: string): boolean {
  const name = domain.toLowerCase();
  return PROVIDERS.has(name) || IN_MANY_COUNTRIES.test(name);
}
