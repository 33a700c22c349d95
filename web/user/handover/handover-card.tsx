import { useState } from 'react'
import type { App } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Copy } from '../../shared/controls/copy.tsx'
import { Qr } from '../../shared/controls/qr.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { forgetStep, isHandoverKept } from '../apps/kept-step.ts'
import { StepUp } from '../apps/step-up.tsx'
import { stepUpTexts } from '../apps/step-up-texts.ts'
import { StepWaits } from '../apps/step-waits.tsx'
import { handoverTexts } from './texts.ts'

type HandoverCardProps = { of: App; onChanged: () => Promise<void> }

/** What whoever takes the app on needs. */
const Link = ({ url }: { url: string }) => {
  const texts = useTexts(handoverTexts)
  return (
    <div className="stack">
      <p>{texts.link}</p>
      <Copy text={url}>{texts.copy}</Copy>
      <p>{texts.scan}</p>
      <Qr text={url} label={texts.qr} />
    </div>
  )
}

/** A link is out: it can be made useless. */
const Open = ({ of, onKept }: { of: App; onKept: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(handoverTexts)
  const [told, setTold] = useState('')
  const keep = async (): Promise<void> => {
    try {
      await mine().apps.keep(of.id)
      await onKept()
    } catch (error) {
      setTold(failureText(error, language))
    }
  }
  if (of.handover === null) return null
  return (
    <>
      <p>
        {texts.open} <Time at={of.handover.until} />
      </p>
      <Button wide onPress={keep}>
        {texts.keep}
      </Button>
      <Status>{told !== '' && <Banner tone="warn">{told}</Banner>}</Status>
    </>
  )
}

/** W8 hands an app over: a link is made with what shows that it is the administrator, and can be taken back. */
export const HandoverCard = ({ of, onChanged }: HandoverCardProps) => {
  const texts = useTexts(handoverTexts)
  const steps = useTexts(stepUpTexts)
  // Whoever comes back from confirming it by face goes on where they were.
  const [isAsking, setAsking] = useState(() => isHandoverKept(of.id))
  const [url, setUrl] = useState<string>()
  const [isKept, setKept] = useState(false)
  const { openApplication, certifiedName, certifiedFor, handover, change } = of
  const isBound = certifiedName !== null && (certifiedFor === null || certifiedFor === 'individual')
  const closed = openApplication !== null ? texts.inApplication : isBound ? texts.bound : undefined
  const kept = async (): Promise<void> => {
    setUrl(undefined)
    setKept(true)
    await onChanged()
  }
  const begin = (): void => {
    setKept(false)
    setAsking(true)
  }
  const leave = (): void => {
    forgetStep()
    setAsking(false)
  }
  return (
    <section className="card stack">
      <h2>{texts.title}</h2>
      <Status>{isKept && handover === null && <Banner tone="good">{texts.kept}</Banner>}</Status>
      <p className="quiet">{closed ?? texts.more}</p>
      {url !== undefined && (handover !== null || change !== null) && <Link url={url} />}
      {change?.kind === 'rename' && <p>{steps.otherWaits}</p>}
      {change !== null && change.kind !== 'rename' && <StepWaits of={change} />}
      <Open of={of} onKept={kept} />
      {closed === undefined && change === null && !isAsking && (
        <Button wide onPress={begin}>
          {handover === null ? texts.begin : texts.another}
        </Button>
      )}
      {closed === undefined && change === null && isAsking && (
        <StepUp
          prefix="handover-"
          asked={{ step: 'handover', app: of.id }}
          label={texts.send}
          send={async (proof) => {
            setUrl((await mine().apps.handOver(of.id, proof)).url)
            leave()
            await onChanged()
          }}
          beside={
            <Button kind="plain" wide onPress={leave}>
              {texts.back}
            </Button>
          }
        />
      )}
    </section>
  )
}
