import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Field } from '../../shared/controls/field.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { accountTexts } from './texts.ts'

/** Code points. */
const LONGEST = 1000

const NewAppeal = ({ onSent }: { onSent: () => void }) => {
  const language = useLanguage()
  const texts = useTexts(accountTexts)
  const form = useForm(
    { text: '' },
    {
      prefix: 'appeal-',
      checks: {
        text: (text) => (text.trim() !== '' && [...text].length <= LONGEST ? undefined : texts.appealTextWrong),
      },
      send: async ({ text }) => {
        try {
          await mine().appeals.create(text.trim())
          onSent()
        } catch (error) {
          return refusedIn(error, language)
        }
      },
    },
  )
  const { value, onType, onLeave, ...field } = form.text('text')
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <Field {...field} label={texts.appealText} hint={texts.appealMore}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            value={value}
            onChange={({ target }) => onType(target.value)}
            onBlur={onLeave}
          />
        )}
      </Field>
      <Button submit busy={form.busy}>
        {texts.appealSend}
      </Button>
    </form>
  )
}

/** For the banned: how their appeal stands, or the form for one. */
export const AppealCard = () => {
  const texts = useTexts(accountTexts)
  const appeals = useResource('appeals', (signal) => mine().appeals.get({ signal }))
  return (
    <section className="card stack">
      <h2>{texts.appeal}</h2>
      <Read of={appeals}>
        {({ appeals: [last] }) =>
          last?.status === 'open' ? (
            <Banner>{texts.appealOpen}</Banner>
          ) : (
            <>
              {last && <Banner tone="warn">{texts.appealRejected(last.reason ?? '')}</Banner>}
              <NewAppeal onSent={() => void appeals.read()} />
            </>
          )
        }
      </Read>
    </section>
  )
}
