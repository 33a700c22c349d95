import { type Platform, platformRows, platformsOf } from '../../../functions/certification/platforms/platform-ids.ts'
import { Field, TextField, type Typed } from '../../shared/controls/field.tsx'
import { useTexts } from '../../shared/language.ts'
import type { AppKind } from './app.ts'
import { appTexts } from './texts.ts'

type Text = Typed & { id: string; error: string | undefined }

type DescribedFieldsProps = { kind: AppKind; text: (name: Platform | 'description') => Text }

/** What an app is for, and what the platforms call it that apps of its kind run on. */
export const DescribedFields = ({ kind, text }: DescribedFieldsProps) => {
  const texts = useTexts(appTexts)
  const { value, onType, onLeave, ...field } = text('description')
  return (
    <>
      <Field {...field} label={texts.description} hint={texts.descriptionHint}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            value={value}
            onChange={({ target }) => onType(target.value)}
            onBlur={onLeave}
          />
        )}
      </Field>
      <section className="stack">
        <div className="tight">
          <h3>{texts.platformIds}</h3>
          <p className="quiet">{texts.platformIdsMore}</p>
        </div>
        {platformsOf(kind).map((platform) => (
          <TextField
            key={platform}
            {...text(platform)}
            label={texts[platform]}
            hint={texts.example(platformRows[platform].example)}
            verbatim
          />
        ))}
      </section>
    </>
  )
}
