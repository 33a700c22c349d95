import { useState } from 'react'
import type { BankCard } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { type Account, mine, service } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import type { Offers } from '../verify/checks.ts'
import { AddForm } from './add-form.tsx'
import { isCurrent, isFormer, type Terms } from './card.ts'
import { CardLine } from './card-line.tsx'
import { type Conflict, ConflictCard } from './conflict-card.tsx'
import { cardTexts } from './texts.ts'

type Found = { terms: Terms; account: Account; cards: BankCard[]; offers: Offers }

const find = async (signal: AbortSignal): Promise<Found> => {
  const [terms, cards, offers] = await Promise.all([
    mine().cards.terms({ signal }),
    mine().cards.list({ signal }),
    service().offers.get({ signal }),
  ])
  // After the cards: whoever has one that is bound is somebody, and nothing is looked at once more then.
  return { terms, account: await mine().account.get({ signal }), cards, offers }
}

const isChecking = ({ status }: BankCard): boolean => status === 'checking'

const NotOffered = () => {
  const texts = useTexts(cardTexts)
  return (
    <section className="card stack">
      <h2>{texts.notOffered}</h2>
      <p>{texts.notOfferedMore}</p>
      <Link to="/account" className="button button-wide">
        {texts.toAccount}
      </Link>
    </section>
  )
}

type ListProps = { title: string; more?: string; cards: readonly BankCard[]; read: () => Promise<void> }

const List = ({ title, more, cards, read }: ListProps) => (
  <section className="card stack">
    <h2>{title}</h2>
    {more !== undefined && <p className="quiet">{more}</p>}
    {cards.length > 0 && (
      <ul className="list">
        {cards.map((card) => (
          <CardLine key={card.id} card={card} onOver={read} />
        ))}
      </ul>
    )}
  </section>
)

const Adding = ({ found: { terms, account, cards, offers }, read }: { found: Found; read: () => Promise<void> }) => {
  const texts = useTexts(cardTexts)
  const [conflict, setConflict] = useState<Conflict>()
  if (!terms.offered) return <NotOffered />
  const newest = cards[0]
  if (newest && isChecking(newest)) return null
  if (cards.filter(({ status }) => status === 'bound').length >= terms.most)
    return <p className="card">{texts.full(terms.most)}</p>
  return (
    <>
      {conflict && <ConflictCard conflict={conflict} onBack={() => setConflict(undefined)} />}
      {/* What was typed stays meanwhile; another card begins with an empty form. */}
      <div hidden={conflict !== undefined}>
        <AddForm
          key={`${newest?.id} ${newest?.typedAt}`}
          terms={terms}
          account={account}
          rules={offers.verification.idNumberRules}
          onConflict={setConflict}
          read={read}
        />
      </div>
    </>
  )
}

/** The bank cards of the account: those it has and had, and how one is added; what becomes of one shows by itself. */
export const CardsPage = () => {
  const texts = useTexts(cardTexts)
  const found = useResource('cards', find, { polls: ({ cards }) => cards.some(isChecking) })
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={found}>
          {(value) => {
            const [current, former] = [value.cards.filter(isCurrent), value.cards.filter(isFormer)]
            return (
              <>
                <List
                  title={texts.mine}
                  {...(current.length === 0 && { more: texts.none })}
                  cards={current}
                  read={found.read}
                />
                {former.length > 0 && (
                  <List title={texts.former} more={texts.formerMore} cards={former} read={found.read} />
                )}
                <Adding found={value} read={found.read} />
              </>
            )
          }}
        </Read>
      </div>
    </Page>
  )
}
