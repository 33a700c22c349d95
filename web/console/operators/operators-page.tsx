import { useState } from 'react'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { Unreadable } from '../lists/unreadable.tsx'
import { service, useResource } from '../service.ts'
import { LinkCard } from './link-card.tsx'
import { type Invited, inviteDeed, type Managed, type Operator } from './operator-deeds.ts'
import { OperatorRow } from './operator-row.tsx'
import { operatorTexts } from './texts.ts'

const STATUSES = ['active', 'invited', 'disabled'] as const

/** Everybody: there are as many as a company has for this, and one page of the service is mostly enough. */
const readAll = async (signal: AbortSignal): Promise<{ operators: Operator[]; unreadable: string[] }> => {
  const list = service().operator.operators.list({ limit: 100, signal })
  const all = { operators: [] as Operator[], unreadable: [] as string[] }
  for (let next: string | null | undefined; next !== null; ) {
    const { items, unreadable, nextCursor }: Awaited<ReturnType<typeof list.page>> = await list.page(next)
    all.operators.push(...items)
    all.unreadable.push(...unreadable)
    next = nextCursor
  }
  return all
}

type MembersProps = { heading: string; of: readonly Operator[]; onDone: (answer: Managed) => unknown }

const Members = ({ heading, of, onDone }: MembersProps) =>
  of.length === 0 ? null : (
    <section className="stack">
      <h2>{heading}</h2>
      <ul className="card members">
        {of.map((one) => (
          <OperatorRow key={one.name} of={one} onDone={onDone} />
        ))}
      </ul>
    </section>
  )

/** Who may enter the console: inviting, roles, keeping out and letting in again, new links. */
export const OperatorsPage = () => {
  const language = useLanguage()
  const texts = useTexts(operatorTexts)
  const invite = inviteDeed(language)
  const everybody = useResource('operators', readAll)
  // In memory only, and until the page is left: whoever has it comes in.
  const [made, setMade] = useState<Invited>()
  const done = (answer: Managed): Promise<void> => {
    if ('link' in answer) setMade(answer)
    else if (answer.name === made?.operator.name) setMade(undefined)
    return everybody.read()
  }
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack-wide below">
        <DeedButton deed={invite} isFirst {...(made && { short: invite.name })} onDone={done} />
        {made && <LinkCard key={made.link} of={made} />}
        <Read of={everybody}>
          {({ operators, unreadable }) => (
            <div className="stack-wide">
              <Unreadable keys={unreadable} />
              {STATUSES.map((status) => {
                const those = operators.filter((one) => one.status === status)
                return <Members key={status} heading={texts[status](those.length)} of={those} onDone={done} />
              })}
            </div>
          )}
        </Read>
      </div>
    </Page>
  )
}
