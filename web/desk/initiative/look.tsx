/** The look at the desk: how the pages will be, and below it the form. */
import { contrast, PAPER, shadeOn } from '../../../server/domain/contrast.ts';
import { Fields } from '../../components/form-fields.tsx';
import { Hidden } from '../../components/form.tsx';
import { LookLinks } from '../../components/look.tsx';
import type { Look } from '../../data/home.ts';
import { LOOK_FIELDS } from '../../forms/desk.ts';
import { t } from '../../words.ts';
import { DeskForm, Section, type DeskFormPage } from '../parts.tsx';
import { EnterSends, HOME, TouchAgain } from './forms.tsx';

export const LOOK = `${HOME}/look`;

interface LookPage extends DeskFormPage {
  /** Nothing is published that wasn't shown first. */
  go: 'preview' | 'send';
  /** Null while something is wrong. */
  preview: Look | null;
  /** Of the preview's text. */
  html: string;
  /** Base64 */
  logo: string | null;
}

export function LookView(page: LookPage) {
  const { form, logo, go } = page;
  const { title, text, fields, noLogo } = t.deskLook;
  return (
    <DeskForm
      title={title}
      text={text}
      current="initiative"
      form={form}
      words={fields}
      go={go}
      submit={t.deskLook[go]}
      cancel={{ href: HOME }}
      file={{ ...fields.file, accept: '.png,.svg' }}
    >
      <EnterSends text={t.deskLook[go]} value={go} />
      {/* Above: a second click where "Preview" was publishes nothing. */}
      <Preview page={page} />
      <TouchAgain form={form} next={HOME} />
      <Hidden values={{ seen: form.values.get('seen')!, logo: form.values.get('logo') ?? '' }} />
      <Fields fields={LOOK_FIELDS} words={fields} form={form} />
      {logo && (
        <button class="minor" name="go" value="no-logo">
          {noLogo}
        </button>
      )}
    </DeskForm>
  );
}

const Preview = ({ page: { preview, html, logo } }: { page: LookPage }) =>
  preview && (
    <Section id="preview" title={t.deskLook.preview}>
      {logo && <img class="logo" src={`data:image/png;base64,${logo}`} height="30" alt="" />}
      {preview.accent !== null && (
        <p>
          <Swatch accent={preview.accent} theme="light" />{' '}
          <Swatch accent={preview.accent} theme="dark" />
        </p>
      )}
      <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
      <LookLinks look={preview} />
    </Section>
  );

/** In attributes, because the content security policy allows no style of the moment. */
function Swatch({ accent, theme }: { accent: string; theme: keyof typeof PAPER }) {
  const [paper, shade] = [PAPER[theme], shadeOn(accent, theme)];
  const label = t.deskLook.contrast(shade, contrast(shade, paper).toFixed(1));
  return (
    <svg width="240" height="76" role="img" aria-label={label}>
      <rect width="240" height="76" fill={paper} />
      <rect x="12" y="12" width="112" height="30" rx="5" fill={shade} />
      <text x="68" y="32" text-anchor="middle" font-weight="600" fill={paper}>
        {t.sign.nav}
      </text>
      <text x="12" y="64" fill={shade}>
        {label}
      </text>
    </svg>
  );
}
