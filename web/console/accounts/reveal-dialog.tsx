import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Field } from '../../shared/controls/field.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Countdown } from '../../shared/shown/time.tsx'
import { commonTexts } from '../../shared/texts/common.ts'
import { AreaField } from '../controls/area-field.tsx'
import { controlTexts } from '../controls/texts.ts'
import { sentByKey } from '../deed/send-key.ts'
import { refusedWithCode, useStepUp } from '../deed/use-step-up.ts'
import { service } from '../service.ts'
import { type RevealField, type RevealReason, reasonsIn, revealTexts } from './reveal-texts.ts'
import { type Revealed, useRevealed } from './use-revealed.ts'

/** Before the names of the fields, for their ids. */
const PREFIX = 'reveal-'

type RevealProps = { accountId: string; field: RevealField; onClose: () => void }

/** The value with the time that is left; copied by the button beside it. */
const Shown = ({ of: { value, until }, field, onClose }: { of: Revealed; field: RevealField; onClose: () => void }) => {
  const texts = useTexts(revealTexts)
  const common = useTexts(commonTexts)
  const [told, setTold] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
      setTold(texts.copied)
    } catch {
      setTold(texts.notCopied)
    }
  }
  return (
    <div className="stack">
      <p>
        <span className="only-heard">{texts[field]} </span>
        <code className="secret">{value}</code>
      </p>
      <p>
        {texts.left} <Countdown until={until} />
      </p>
      <div className="row">
        <Button kind="main" onPress={copy}>
          {texts.copy}
        </Button>
        <Button onPress={onClose}>{common.close}</Button>
      </div>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </div>
  )
}

/** Asks why, and for a code where the service wants to be sure who is here; `onShown` gets the value. */
const Asking = ({ accountId, field, onShown, onClose }: RevealProps & { onShown: (of: Revealed) => void }) => {
  const language = useLanguage()
  const texts = useTexts(revealTexts)
  const controls = useTexts(controlTexts)
  const common = useTexts(commonTexts)
  const { isUnsure, check, goOn } = useStepUp(PREFIX)
  const reasons = reasonsIn(language)
  const form = useForm(
    { reason: '', words: '', code: '' },
    {
      prefix: PREFIX,
      checks: {
        reason: (typed) => (typed === '' ? texts.reasonMissing : undefined),
        words: () => undefined,
        code: check,
      },
      send: async ({ reason, words, code }) => {
        try {
          const more = words.trim() === '' ? {} : { words: words.trim() }
          const body = { field, reason: reason as RevealReason, ...more }
          await goOn({
            code,
            clear: () => form.set('code', ''),
            run: async () => onShown(await service().operator.accounts.reveal(accountId, body)),
          })
        } catch (error) {
          return refusedWithCode(error, language)
        }
      },
    },
  )
  const { value, onType, ...named } = form.text('reason')
  return (
    <form className="stack deed" onSubmit={form.submit} onKeyDown={sentByKey(form.submit)} noValidate>
      <div className="consequence">
        <p>{texts.consequence}</p>
      </div>
      <ErrorSummary {...form.summary} />
      <Field id={named.id} error={named.error} label={texts.reason}>
        {(control) => (
          <select {...control} className="input" value={value} onChange={({ target }) => onType(target.value)}>
            <option value="">—</option>
            {reasons.map((one) => (
              <option key={one.value} value={one.value}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <AreaField {...form.text('words')} label={texts.words} hint={texts.wordsHint} rows={2} className="input-short" />
      {isUnsure && <CodeField {...form.text('code')} label={controls.code} hint={controls.stepUp} />}
      <div className="row">
        <Button kind="main" submit busy={form.busy}>
          {isUnsure ? controls.confirmCode : texts.confirm}
        </Button>
        <Button onPress={onClose}>{common.cancel}</Button>
      </div>
    </form>
  )
}

/** One field of a person, for a minute, to whoever says why. */
export const RevealDialog = ({ accountId, field, onClose }: RevealProps) => {
  const texts = useTexts(revealTexts)
  const { revealed, show } = useRevealed(onClose)
  return (
    <Dialog title={texts.title(texts[field])} onClose={onClose}>
      {revealed ? (
        <Shown of={revealed} field={field} onClose={onClose} />
      ) : (
        <Asking accountId={accountId} field={field} onShown={show} onClose={onClose} />
      )}
    </Dialog>
  )
}
