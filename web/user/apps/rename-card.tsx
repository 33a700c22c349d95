import { useState } from 'react'
import type { App } from 'shiming-client'
import { DAY } from '../../../shared/kernel/time.ts'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { refusedIn } from '../../shared/state/failure.ts'
import type { Apps } from './app.ts'
import { forgetStep, keptName } from './kept-step.ts'
import { NameField } from './name-field.tsx'
import { RenameProof } from './rename-proof.tsx'
import { stepUpTexts } from './step-up-texts.ts'
import { StepWaits } from './step-waits.tsx'
import { appTexts } from './texts.ts'
import { useNameCheck } from './use-name-check.ts'

type RenameCardProps = { of: App; rules: Apps; onRenamed: () => Promise<void> }

/** Why it cannot be renamed now; nothing where it can. */
const Closed = ({ of: { openApplication, certifiedName, change, renames } }: { of: App }) => {
  const texts = useTexts(appTexts)
  const steps = useTexts(stepUpTexts)
  if (change?.kind === 'rename') return <StepWaits of={change} />
  if (change !== null) return <p>{steps.otherWaits}</p>
  if (openApplication !== null) return <p>{texts.renameInReview}</p>
  if (certifiedName !== null) return <p>{texts.renameCertified}</p>
  return (
    <p>
      {texts.renameUsed} <Time at={renames.renewedAt} />
    </p>
  )
}

const isClosed = ({ openApplication, certifiedName, change, renames }: App): boolean =>
  openApplication !== null || certifiedName !== null || change !== null || renames.left === 0

/** A new name is typed and looked at; `onNext` is told how it was read. */
const NewName = ({ of, rules, onNext }: { of: App; rules: Apps; onNext: (name: string) => void }) => {
  const language = useLanguage()
  const texts = useTexts(appTexts)
  const form = useForm(
    { newName: '' },
    {
      checks: { newName: (typed) => (typed.trim() === '' ? texts.nameMissing : undefined) },
      send: async ({ newName }) => {
        try {
          const { verdict, name } = await names.look(newName)
          if (verdict !== 'free') return { errors: [{ pointer: '/newName', detail: texts.nameNotFree }], text: '' }
          onNext(name)
          return undefined
        } catch (error) {
          return refusedIn(error, language)
        }
      },
    },
  )
  const names = useNameCheck(form.values.newName, of.id)
  return (
    <form className="stack-wide" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <NameField {...form.text('newName')} {...names} label={texts.newName} rules={rules.names} />
      <Button wide submit busy={form.busy}>
        {texts.next}
      </Button>
    </form>
  )
}

/** W3 renames an app: the new name is looked at, then old and new are shown, and exactly that pair is confirmed. */
export const RenameCard = ({ of, rules, onRenamed }: RenameCardProps) => {
  const texts = useTexts(appTexts)
  // Whoever comes back from confirming it by face goes on where they were.
  const [to, setTo] = useState(() => keptName(of.id))
  const [done, setDone] = useState<string>()
  const leave = (): void => {
    forgetStep()
    setTo(undefined)
  }
  const renamed = async (waits: boolean): Promise<void> => {
    setDone(waits ? undefined : to)
    leave()
    await onRenamed()
  }
  return (
    <section className="card stack">
      <h2>{texts.rename}</h2>
      <Status>{done !== undefined && <Banner tone="good">{texts.renameDone(done)}</Banner>}</Status>
      <p className="quiet">{texts.renameMore(rules.renamesPerYear, Math.round(rules.names.heldMs / DAY))}</p>
      {isClosed(of) && <Closed of={of} />}
      {!isClosed(of) && to === undefined && <NewName key={of.name} of={of} rules={rules} onNext={setTo} />}
      {!isClosed(of) && to !== undefined && <RenameProof of={of} to={to} onRenamed={renamed} onBack={leave} />}
    </section>
  )
}
