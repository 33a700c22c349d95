import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage } from '../../shared/language.ts'
import type { Review } from '../reviews/review.ts'
import { service } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { whoMay } from '../session/who-may.ts'
import { OpenForm } from './open-form.tsx'
import type { Pictured, Typed, Why } from './papers.ts'
import { Points, type Ticks } from './points.tsx'
import { papersTexts } from './texts.ts'
import { TypedFacts } from './typed-facts.tsx'
import { useOpenedPapers } from './use-opened-papers.ts'
import { Viewer } from './viewer/viewer.tsx'
import { whyClosed } from './why-closed.ts'

/** What is compared with pictures: what it is called, how it is opened, and how it is shown. */
export type Compared<T extends Pictured> = {
  title: string
  look: (why: Why, signal: AbortSignal) => Promise<T>
  Facts: (props: { of: T }) => ReactNode
  /** Pictures that are not new to whoever looked last, by their ids; those that came with the case where nothing is said. */
  known?: readonly string[] | undefined
}

type PapersProps = { of: Review; ticks: Ticks }
type ComparedProps<T extends Pictured> = PapersProps & { compared: Compared<T> }

type FrameProps = {
  title: string
  heading?: RefObject<HTMLHeadingElement | null>
  action?: ReactNode
  children: ReactNode
}

const Frame = ({ title, heading, action, children }: FrameProps) => (
  <section className="card papers">
    <div className="row apart papers-head">
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {action}
    </div>
    {children}
  </section>
)

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
const Held = <T extends Pictured>({ of, ticks, compared: { title, look, Facts, known } }: ComparedProps<T>) => {
  const texts = papersTexts[useLanguage()]
  const { claim, materials, status } = of
  const { checklist } = of.choices
  const { opened, open, again, close } = useOpenedPapers({ look, until: claim?.until })
  const [wasOpen, setWasOpen] = useState(false)
  const heading = useLed(opened !== undefined)
  useEffect(() => {
    if (opened) setWasOpen(true)
  }, [opened])
  if (!opened)
    return (
      <Frame title={title} heading={heading}>
        <Status>{wasOpen && <p className="quiet">{texts.hidden}</p>}</Status>
        <OpenForm open={open} />
      </Frame>
    )
  return (
    <Frame title={title} heading={heading} action={<Button onPress={close}>{texts.close}</Button>}>
      <div className="papers-open">
        <div className="stack">
          <Facts of={opened.typed} />
          {status === 'open' && checklist.length > 0 && <Points of={checklist} ticks={ticks} />}
        </div>
        <Viewer of={opened.pictures} atFirst={known ?? materials} onAgain={again} />
      </div>
      <p className="quiet wide-only papers-keys">{texts.keys}</p>
    </Frame>
  )
}

/** Pictures of a case and what they are compared with; why they cannot be looked at, for whoever cannot. */
export const ComparedCard = <T extends Pictured>({ of, ticks, compared }: ComparedProps<T>) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const may = useMay()
  const why = whyClosed(of, may('see_pictures'))
  if (why === undefined) return <Held of={of} ticks={ticks} compared={compared} />
  return (
    <Frame title={compared.title}>
      <p className="quiet">{why === 'notYours' ? texts.notYours(whoMay('see_pictures', language)) : texts[why]}</p>
    </Frame>
  )
}

/** What was typed and handed in with a case about papers. */
export const PapersCard = ({ of, ticks }: PapersProps) => {
  const { accountId, subject } = of
  const compared: Compared<Typed> = {
    title: papersTexts[useLanguage()].papers,
    look: (why, signal) => service().operator.papers.look(accountId, subject, why, { signal }),
    Facts: TypedFacts,
  }
  return <ComparedCard of={of} ticks={ticks} compared={compared} />
}
