import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { domainTexts } from './texts.ts'

/** Says that a domain is one's own. */
export const AddForm = ({ onAdded }: { onAdded: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(domainTexts)
  const form = useForm(
    { domain: '' },
    {
      checks: { domain: (typed) => (typed.trim() === '' ? texts.domainMissing : undefined) },
      send: async ({ domain }) => {
        try {
          await mine().domains.add({ domain })
        } catch (error) {
          return refusedIn(error, language)
        }
        form.set('domain', '')
        await onAdded()
        return undefined
      },
    },
  )
  return (
    <section className="card stack">
      <h2>{texts.add}</h2>
      <form className="stack-wide" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <TextField
          {...form.text('domain')}
          label={texts.domain}
          hint={texts.domainHint}
          maxLength={300}
          inputMode="url"
          verbatim
        />
        <Button kind="main" wide submit busy={form.busy}>
          {texts.send}
        </Button>
      </form>
    </section>
  )
}
