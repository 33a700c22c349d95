import { useId } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useTexts } from '../../shared/language.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { AreaField } from '../controls/area-field.tsx'
import { controlTexts } from '../controls/texts.ts'
import { AskedField } from './asked-field.tsx'
import type { Deed } from './deed.ts'
import { sentByKey } from './send-key.ts'
import { Suggestions } from './suggestions.tsx'
import { ToldUser } from './told-user.tsx'
import { given, useDeed } from './use-deed.ts'
import { withReason } from './with-reason.ts'

type DeedDialogProps<T> = { deed: Deed<T>; onDone: (answer: T) => void; onClose: (isStale: boolean) => void }

/**
 * Asks before a deed: names what follows, takes the reason, and does it once. Where the service wants to be sure who is here it takes
 * a code in the same place and goes on by itself. What was typed stays, whatever goes wrong.
 */
export const DeedDialog = <T,>({ deed, onDone, onClose }: DeedDialogProps<T>) => {
  const texts = useTexts(controlTexts)
  const common = useTexts(commonTexts)
  const { form, isUnsure, isStale } = useDeed(deed, onDone)
  const close = (): void => onClose(isStale())
  const consequence = useId()
  const { kind = 'main', asks = [], reasons, reasonHint = texts.reasonHint, withoutReason } = deed
  const told = deed.tellsUser?.(given(form.values))
  return (
    <Dialog title={deed.name} onClose={close}>
      <form className="stack deed" onSubmit={form.submit} onKeyDown={sentByKey(form.submit)} noValidate>
        <div id={consequence} className={`consequence consequence-${kind}`}>
          {deed.consequence.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <ErrorSummary {...form.summary} />
        {asks.map((ask, at) => (
          <AskedField key={ask.name} ask={ask} field={form.text(ask.name)} after={at === 0 ? consequence : undefined} />
        ))}
        {told && <ToldUser of={told} />}
        {!withoutReason && (
          <>
            <AreaField
              {...form.text('reason')}
              label={texts.reason}
              hint={reasonHint}
              className="input-short"
              rows={3}
              after={asks.length > 0 ? undefined : consequence}
            />
            <Suggestions
              of={reasons}
              onChoose={(reason) => form.set('reason', withReason(form.values.reason ?? '', reason, reasons))}
            />
          </>
        )}
        {isUnsure && <CodeField {...form.text('code')} label={texts.code} hint={texts.stepUp} />}
        <div className="row">
          <Button kind={kind} submit busy={form.busy}>
            {isUnsure ? texts.confirmCode : deed.confirm}
          </Button>
          <Button onPress={close}>{common.cancel}</Button>
          <span className="quiet wide-only">{texts.sendHint}</span>
        </div>
      </form>
    </Dialog>
  )
}
