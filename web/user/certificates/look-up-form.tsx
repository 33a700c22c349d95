import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { idTyped, pageOf } from './certificate.ts'
import { certificatesTexts } from './texts.ts'

/** Takes the number of a certificate, or its address, and goes to where it is shown. What is mistyped is said before anybody is asked. */
export const LookUpForm = () => {
  const texts = useTexts(certificatesTexts)
  const form = useForm(
    { id: '' },
    {
      prefix: 'certificate-',
      checks: {
        id: (typed) => {
          if (typed.trim() === '') return texts.idMissing
          return idTyped(typed) === undefined ? texts.idWrong : undefined
        },
      },
      send: async ({ id }) => {
        router().go(pageOf(idTyped(id) ?? ''))
        return undefined
      },
    },
  )
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <TextField {...form.text('id')} label={texts.id} hint={texts.idHint} verbatim className="number" />
      <Button kind="main" wide submit busy={form.busy}>
        {texts.send}
      </Button>
    </form>
  )
}
