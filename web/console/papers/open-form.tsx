import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Field } from '../../shared/controls/field.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage } from '../../shared/language.ts'
import { type RevealReason, reasonsIn } from '../accounts/reveal-texts.ts'
import { AreaField } from '../controls/area-field.tsx'
import { controlTexts } from '../controls/texts.ts'
import { refusedWithCode, useStepUp } from '../deed/use-step-up.ts'
import type { Why } from './papers.ts'
import { papersTexts } from './texts.ts'

/** Before the names of the fields, for their ids. */
const PREFIX = 'papers-'

/** Why this page is open at all; whoever looks for another reason chooses that. */
const USUAL: RevealReason = 'case_review'

/** What stands in the place of papers that are closed: says what goes on record, and opens them; after a code where the service wants one. */
export const OpenForm = ({ open }: { open: (why: Why) => Promise<void> }) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const controls = controlTexts[language]
  const { isUnsure, check, goOn } = useStepUp(PREFIX)
  const form = useForm(
    { reason: USUAL as string, words: '', code: '' },
    {
      prefix: PREFIX,
      checks: { code: check },
      send: async ({ reason, words, code }) => {
        try {
          const more = reason === USUAL || words.trim() === '' ? {} : { words: words.trim() }
          const run = (): Promise<void> => open({ reason: reason as RevealReason, ...more })
          await goOn({ code, clear: () => form.set('code', ''), run })
        } catch (error) {
          return refusedWithCode(error, language)
        }
      },
    },
  )
  const { value, onType, ...named } = form.text('reason')
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <p>{texts.closed}</p>
      <div className="consequence">
        <p>{texts.consequence}</p>
      </div>
      <ErrorSummary {...form.summary} />
      <div className="row papers-ask">
        <Field id={named.id} error={named.error} label={texts.reason}>
          {(control) => (
            <select {...control} className="input" value={value} onChange={({ target }) => onType(target.value)}>
              {reasonsIn(language).map((one) => (
                <option key={one.value} value={one.value}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {isUnsure && <CodeField {...form.text('code')} label={controls.code} hint={controls.stepUp} />}
        <span data-key="look">
          <Button submit busy={form.busy}>
            {isUnsure ? controls.confirmCode : texts.look}
          </Button>
        </span>
      </div>
      {value !== USUAL && (
        <AreaField
          {...form.text('words')}
          label={texts.words}
          hint={texts.wordsHint}
          rows={2}
          className="input-short"
        />
      )}
    </form>
  )
}
