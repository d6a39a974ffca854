import { domainToASCII } from 'node:url';
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { say } from '../domain/say.ts';

export const domainOf = (email: string): string =>
  email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** `@Spam.Example` and `*.spam.example` become spam.example. */
export const mailDomain = z
  .string()
  .transform((text) =>
    domainToASCII(
      text
        .trim()
        .toLowerCase()
        .replace(/^(?:\*\.|.*@|\.)/, ''),
    ),
  )
  .pipe(
    z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: () => say().signatories.notDomain }),
  );

export const onDomain = (column: SQL, domain: string): SQL =>
  sql`(${column} = ${domain} OR ${column} LIKE ${`%.${domain.replaceAll('_', String.raw`\_`)}`})`;

let listed: ReadonlySet<string> | undefined;

/** A domain and those above it, without the last label alone. */
function withParents(domain: string): string[] {
  const labels = domain.toLowerCase().split('.');
  return labels.slice(0, -1).map((_, first) => labels.slice(first).join('.'));
}

export function isDisposable(domain: string): boolean {
  const names = (listed ??= disposableEmailBlocklistSet());
  return withParents(domain).some((name) => names.has(name));
}

/** Providers with a name in many countries: yahoo.co.uk, gmx.de. */
const IN_MANY_COUNTRIES =
  /^(aol|gmx|googlemail|hotmail|live|msn|outlook|rocketmail|yahoo|yandex|ymail|zoho|zohomail)\.(com?\.)?[a-z]{2,3}$/;

/** Large providers, the many names of mail.com, and forwarding services. */
const PROVIDERS: ReadonlySet<string> = new Set(
  `126.com 139.com 163.com 188.com 189.cn 21cn.com 263.net abv.bg aim.com alice.it aliyun.com
  ameritech.net aon.at arcor.de atlas.cz att.net autistici.org azet.sk bbox.fr bell.net
  bellsouth.net biglobe.ne.jp bigmir.net bigpond.com bk.ru blu.it bluewin.ch blueyonder.co.uk
  bol.com.br btinternet.com casema.nl centrum.cz centrum.sk centurylink.net charter.net chello.at
  chello.nl citromail.hu club-internet.fr cock.li comcast.net cox.net daum.net disroot.org
  docomo.ne.jp dreamwiz.com duck.com earthlink.net eircom.net email.cz email.de embarqmail.com
  excite.co.jp excite.com ezweb.ne.jp fastmail.com fastmail.fm foxmail.com free.fr freemail.hu
  freenet.de frontier.com frontiernet.net gazeta.pl globo.com globomail.com gmail.com go2.pl
  goo.jp googlemail.com hanmail.net hey.com hispeed.ch home.nl hot.ee hushmail.com hushmail.me
  i.ua icloud.com ig.com.br iinet.net.au inbox.lt inbox.lv inbox.ru indiatimes.com interia.eu
  interia.pl internet.ru inwind.it iol.it juno.com kakao.com keemail.me kolabnow.com kolumbus.fi
  korea.com kpnmail.nl laposte.net lenta.ru libero.it list.ru live.com love.com luukku.com
  lycos.com mac.com mail.bg mail.com mail.de mail.ee mail.ru mail.ua mailbox.org mailfence.com
  mailo.com maktoob.com me.com meta.ua mindspring.com mynet.com myrambler.ru nate.com naver.com
  net.hr netscape.net netzero.net neuf.fr nifty.com ntlworld.com numericable.fr o2.pl ocn.ne.jp
  oi.com.br one.lt onet.eu onet.pl onionmail.org online.de online.no op.pl optonline.net
  optusnet.com.au orange.fr otenet.gr outlook.com pacbell.net plala.or.jp planet.nl pm.me
  pobox.com poczta.fm post.cz poste.it posteo.de posteo.net prodigy.net proton.me protonmail.ch
  protonmail.com proximus.be qq.com quicknet.nl r7.com rambler.ru rambler.ua rediffmail.com
  riseup.net ro.ru rogers.com rr.com runbox.com sapo.pt saunalahti.fi sbcglobal.net seznam.cz
  sfr.fr shaw.ca sina.cn sina.com sky.com skynet.be snet.net so-net.ne.jp softbank.ne.jp sohu.com
  spectrum.net startmail.com suomi24.fi swbell.net sympatico.ca systemli.org t-online.de
  talktalk.net telenet.be telia.com telus.net terra.com terra.com.br tim.it tin.it tiscali.co.uk
  tiscali.it tlen.pl tom.com tpg.com.au tut.by tuta.com tuta.io tutamail.com tutanota.com
  tutanota.de tvnet.lv twc.com ukr.net uol.com.br upcmail.nl verizon.net vfemail.net videotron.ca
  virgilio.it virginmedia.com vk.com volny.cz vp.pl walla.co.il walla.com wanadoo.fr web.de
  westnet.com.au windstream.net wo.cn wp.pl xmail.ru xs4all.nl xtra.co.nz ya.ru yeah.net ziggo.nl
  zipmail.com.br zoznam.sk
  accountant.com activist.com adexec.com asia.com bartender.net bikerider.com cheerful.com
  chef.net chemist.com clerk.com collector.org columnist.com comic.com computer4u.com
  consultant.com contractor.net counsellor.com cyberdude.com cybergal.com deliveryman.com
  diplomats.com doctor.com dr.com email.com engineer.com europe.com execs.com financier.com
  fireman.net gardener.com geologist.com graduate.org graphic-designer.com hackermail.com
  hairdresser.net homemail.com iname.com innocent.com inorbit.com instruction.com instructor.net
  insurer.com job4u.com journalist.com lawyer.com legislator.com linuxmail.org london.com
  mindless.com minister.com musician.org muslim.com myself.com null.net nycmail.com optician.com
  pediatrician.com petlover.com photographer.net physicist.net planetmail.com politician.com
  post.com presidency.com priest.com programmer.net publicist.com realtyagent.com religious.com
  repairman.com representative.com saintly.com salesperson.net scientist.com secretary.net
  socialworker.net sociologist.com songwriter.net teachers.org tech-center.com techie.com
  technologist.com therapist.net usa.com who.net witty.com worker.com workmail.com writeme.com
  8alias.com addy.io aleeas.com anonaddy.com anonaddy.me appleid.com dralias.com mozmail.com
  noreply.github.com passfwd.com passinbox.com passmail.net relay.firefox.com simplelogin.com
  simplelogin.fr slmail.me slmails.com users.noreply.gitlab.com`.split(/\s+/),
);

/** Open to everybody: an address there proves no organisation. */
export const isMailProvider = (domain: string): boolean =>
  withParents(domain).some((name) => PROVIDERS.has(name) || IN_MANY_COUNTRIES.test(name));
