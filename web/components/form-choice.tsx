import type { Choice } from '../messages/shapes.ts';
import { describe, fieldClass, idOf, Notes, type FieldProps } from './form.tsx';
import { t } from '../words.ts';

interface RadioProps extends FieldProps {
  choices: readonly Choice[];
  /** Shown, and not to be chosen, because something else decides. */
  decided?: string | null;
}

/** An error's link leads to the first choice. */
export function RadioGroup({ choices, decided = null, ...field }: RadioProps) {
  const { name, label, form, initial, isOptional } = field;
  const id = idOf(name);
  const chosen = decided ?? form.values.get(name) ?? initial;
  const { 'aria-describedby': described, 'aria-invalid': invalid } = describe(field).attributes;
  return (
    <div
      class={fieldClass(form, name)}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={described}
      aria-invalid={invalid}
    >
      <p class="label" id={`${id}-label`}>
        {label} {isOptional && <span class="optional">{t.forms.optional}</span>}
      </p>
      <Notes {...field} />
      {choices.map(({ value, text, hint }, index) => {
        const own = index === 0 ? id : `${id}-${value}`;
        return (
          <div class="choice" key={value}>
            <input
              type="radio"
              id={own}
              name={name}
              value={value}
              checked={value === chosen}
              disabled={decided !== null}
              aria-describedby={hint && `${own}-meaning`}
            />
            <label for={own}>{text}</label>
            {hint && (
              <p class="hint" id={`${own}-meaning`}>
                {hint}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface CheckboxProps extends FieldProps {
  value: string;
  /** The words beside the box; `label` is for errors. */
  text: string;
}

export function Checkbox({ value, text, ...field }: CheckboxProps) {
  const { name, form } = field;
  const { attributes } = describe(field);
  return (
    <div class={fieldClass(form, name)}>
      <Notes {...field} hint={undefined} />
      <div class="choice">
        <input
          {...attributes}
          type="checkbox"
          name={name}
          value={value}
          checked={form.values.get(name) === value}
        />
        <label for={attributes.id}>{text}</label>
        {field.hint && (
          <p class="hint" id={`${attributes.id}-hint`}>
            {field.hint}
          </p>
        )}
      </div>
    </div>
  );
}
