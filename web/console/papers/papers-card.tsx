import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage } from '../../shared/language.ts'
import type { Review } from '../reviews/review.ts'
import { useMay } from '../session/use-session.ts'
import { whoMay } from '../session/who-may.ts'
import { OpenForm } from './open-form.tsx'
import { Points, type Ticks } from './points.tsx'
import { papersTexts } from './texts.ts'
import { TypedFacts } from './typed-facts.tsx'
import { useOpenedPapers } from './use-opened-papers.ts'
import { Viewer } from './viewer/viewer.tsx'
import { whyClosed } from './why-closed.ts'

type PapersProps = { of: Review; ticks: Ticks }

type FrameProps = { heading?: RefObject<HTMLHeadingElement | null>; action?: ReactNode; children: ReactNode }

const Frame = ({ heading, action, children }: FrameProps) => {
  const texts = papersTexts[useLanguage()]
  return (
    <section className="card papers">
      <div className="row apart papers-head">
        <h2 tabIndex={-1} ref={heading}>
          {texts.papers}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** Leads eye and keyboard to what was opened or hidden, whose button is gone by then. */
const useLed = (isOpen: boolean) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const was = useRef(isOpen)
  useEffect(() => {
    if (was.current === isOpen) return
    was.current = isOpen
    heading.current?.focus({ preventScroll: true })
    if (isOpen) heading.current?.closest('section')?.scrollIntoView({ block: 'start' })
  }, [isOpen])
  return heading
}

/** For whoever holds the case: closed, or open until it is hidden. */
const Held = ({ of, ticks }: PapersProps) => {
  const texts = papersTexts[useLanguage()]
  const { accountId, subject, claim, materials, status } = of
  const { checklist } = of.choices
  const { opened, open, again, close } = useOpenedPapers({ accountId, subject, until: claim?.until })
  const [wasOpen, setWasOpen] = useState(false)
  const heading = useLed(opened !== undefined)
  useEffect(() => {
    if (opened) setWasOpen(true)
  }, [opened])
  if (!opened)
    return (
      <Frame heading={heading}>
        <Status>{wasOpen && <p className="quiet">{texts.hidden}</p>}</Status>
        <OpenForm open={open} />
      </Frame>
    )
  return (
    <Frame heading={heading} action={<Button onPress={close}>{texts.close}</Button>}>
      <div className="papers-open">
        <div className="stack">
          <TypedFacts of={opened.typed} />
          {status === 'open' && checklist.length > 0 && <Points of={checklist} ticks={ticks} />}
        </div>
        <Viewer of={opened.pictures} atFirst={materials} onAgain={again} />
      </div>
      <p className="quiet wide-only papers-keys">{texts.keys}</p>
    </Frame>
  )
}

/** What was typed and handed in with a case about papers; why it cannot be looked at, for whoever cannot. */
export const PapersCard = ({ of, ticks }: PapersProps) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const may = useMay()
  const why = whyClosed(of, may('see_pictures'))
  if (why === undefined) return <Held of={of} ticks={ticks} />
  return (
    <Frame>
      <p className="quiet">{why === 'notYours' ? texts.notYours(whoMay('see_pictures', language)) : texts[why]}</p>
    </Frame>
  )
}
