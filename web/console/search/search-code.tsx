import { Button } from '../../shared/controls/button.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { controlTexts } from '../controls/texts.ts'
import { refusedWithCode } from '../deed/use-step-up.ts'
import { codeTyped } from '../session/code.ts'
import { stepUp } from '../session/sign-in.ts'
import { searchTexts } from './texts.ts'

/** Asks for a code before a search by the number of a person, which is a deed; `onSure` searches. */
export const SearchCode = ({ onSure, onClose }: { onSure: () => Promise<void>; onClose: () => void }) => {
  const language = useLanguage()
  const texts = useTexts(searchTexts)
  const controls = useTexts(controlTexts)
  const common = useTexts(commonTexts)
  const form = useForm(
    { code: '' },
    {
      prefix: 'search-',
      checks: { code: (typed) => (codeTyped(typed) === undefined ? controls.codeWrong : undefined) },
      send: async ({ code }) => {
        try {
          // A code holds once.
          await stepUp(codeTyped(code) ?? '').finally(() => form.set('code', ''))
          await onSure()
        } catch (error) {
          return refusedWithCode(error, language)
        }
      },
    },
  )
  return (
    <Dialog title={texts.codeTitle} onClose={onClose}>
      <form className="stack deed" onSubmit={form.submit} noValidate>
        <p>{texts.codeLead}</p>
        <ErrorSummary {...form.summary} />
        <CodeField {...form.text('code')} label={controls.code} hint={controls.stepUp} />
        <div className="row">
          <Button kind="main" submit busy={form.busy}>
            {texts.search}
          </Button>
          <Button onPress={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
