import { useEffect, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Field } from '../../shared/controls/field.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { isProblem, refusedIn } from '../../shared/state/failure.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { controlTexts } from '../controls/texts.ts'
import { codeTyped } from '../session/code.ts'
import { stepUp } from '../session/sign-in.ts'
import type { Deed } from './deed.ts'
import { sentByKey } from './send-key.ts'
import { Suggestions } from './suggestions.tsx'

const PREFIX = 'deed-'

type DeedDialogProps<T> = { deed: Deed<T>; onDone: (answer: T) => void; onClose: () => void }

/**
 * Asks before a deed: names what follows, takes the reason, and does it once. Where the service wants to be sure who is here it takes
 * a code in the same place and goes on by itself. What was typed stays, whatever goes wrong.
 */
export const DeedDialog = <T,>({ deed, onDone, onClose }: DeedDialogProps<T>) => {
  const language = useLanguage()
  const texts = useTexts(controlTexts)
  const common = useTexts(commonTexts)
  const [isUnsure, setUnsure] = useState(false)
  const { text } = deed
  const form = useForm(
    { text: text?.first ?? '', reason: '', code: '' },
    {
      prefix: PREFIX,
      checks: {
        text: (typed) => (text && typed.trim() === '' ? text.missing : undefined),
        reason: (typed) => (typed.trim() === '' ? texts.reasonMissing : undefined),
        code: (typed) => (isUnsure && codeTyped(typed) === undefined ? texts.codeWrong : undefined),
      },
      send: async (given) => {
        try {
          if (isUnsure) await stepUp(codeTyped(given.code) ?? '')
          // Another error must not ask for a code that was right.
          setUnsure(false)
          onDone(await deed.send({ reason: given.reason.trim(), text: given.text.trim() }))
        } catch (error) {
          if (isProblem(error, 'step_up_needed' as never)) setUnsure(true)
          else return refusedIn(error, language)
        }
      },
    },
  )
  const { set } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what it changes to counts.
  useEffect(() => {
    // A code holds once.
    set('code', '')
    if (isUnsure) document.getElementById(`${PREFIX}code`)?.focus()
  }, [isUnsure])
  const area = (name: 'text' | 'reason', rows: number) => {
    const { onType, onLeave, value, ...field } = form.text(name)
    return { field, control: { value, rows, onChange: typedBy(onType), onBlur: onLeave } }
  }
  const [said, reason] = [area('text', 6), area('reason', 3)]
  return (
    <Dialog title={deed.name} onClose={onClose}>
      <form className="stack deed" onSubmit={form.submit} onKeyDown={sentByKey(form.submit)} noValidate>
        <div className={`consequence consequence-${deed.kind ?? 'main'}`}>
          {deed.consequence.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <ErrorSummary {...form.summary} />
        {text && (
          <Field {...said.field} label={text.label} hint={text.hint}>
            {(control) => <textarea {...control} {...said.control} className="input" />}
          </Field>
        )}
        <Field {...reason.field} label={texts.reason} hint={deed.reasonHint ?? texts.reasonHint}>
          {(control) => <textarea {...control} {...reason.control} className="input input-short" />}
        </Field>
        <Suggestions of={deed.reasons} onChoose={(chosen) => set('reason', chosen)} />
        {isUnsure && <CodeField {...form.text('code')} label={texts.code} hint={texts.stepUp} />}
        <div className="row">
          <Button kind={deed.kind ?? 'main'} submit busy={form.busy}>
            {isUnsure ? texts.confirmCode : deed.confirm}
          </Button>
          <Button onPress={onClose}>{common.cancel}</Button>
          <span className="quiet wide-only">{texts.sendHint}</span>
        </div>
      </form>
    </Dialog>
  )
}

const typedBy =
  (onType: (text: string) => void) =>
  ({ target }: { target: HTMLTextAreaElement }): void =>
    onType(target.value)
