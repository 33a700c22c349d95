import { useEffect, useRef, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Read } from '../../shared/state/read.tsx'
import type { Order } from '../money/named.ts'
import { GiveUp } from '../orders/give-up.tsx'
import { Until } from '../until.tsx'
import { useOffers } from '../use-offers.ts'
import { AtChannel, Code, Outside } from './steps.tsx'
import { payTexts } from './texts.ts'
import type { Paying } from './use-paying.ts'
import { type Way, waysAt } from './ways.ts'
import { whereOf } from './where.ts'

const Ways = ({ ways, order, paying }: { ways: readonly Way[]; order: Order; paying: Paying }) => {
  const texts = useTexts(payTexts)
  const [chosen, setChosen] = useState(ways[0]?.method)
  const way = ways.find(({ method }) => method === chosen) ?? ways[0]
  const goOn = useRef(paying.goOn)
  goOn.current = paying.goOn
  useEffect(() => {
    if (way) void goOn.current(way)
  }, [way])
  if (!way) return <Banner tone="warn">{texts.noWay}</Banner>
  const amount = moneyText(order.amountFen)
  const begins = {
    sheet: texts.bySheet(amount),
    jump: texts.byJump(amount),
    code: texts.byCode(amount),
    outside: texts.byOutside(amount),
  }
  return (
    <>
      <RadioCards
        id="pay-by"
        label={texts.how}
        chosen={way.method}
        onChoose={setChosen}
        options={ways.map(({ method, manner }) => ({
          value: method,
          name: texts[method],
          more: <span className="quiet">{manner === 'outside' ? texts.outsideMore : texts[`${method}More`]}</span>,
        }))}
      />
      <Button kind="main" wide onPress={() => paying.begin(way)}>
        {begins[way.manner]}
      </Button>
    </>
  )
}

const Choosing = ({ order, paying }: { order: Order; paying: Paying }) => {
  const offers = useOffers()
  return (
    <Read of={offers}>
      {({ payment }) => (
        <Ways ways={waysAt(payment.methods, whereOf(navigator.userAgent))} order={order} paying={paying} />
      )}
    </Read>
  )
}

type PayableProps = { order: Order; read: () => Promise<void>; paying: Paying }

/** An order that can be paid: by what, and what to do next. */
export const Payable = ({ order, read, paying }: PayableProps) => {
  const texts = useTexts(payTexts)
  const { step, look } = paying
  return (
    <section className="card stack" aria-label={texts.pay}>
      <div className="row apart">
        <p>
          {texts.amount}{' '}
          <strong className="sum">
            <Money fen={order.amountFen} />
          </strong>
        </p>
        <p className="quiet">
          {texts.payUntil} <Until at={order.expiresAt} />
        </p>
      </div>
      {step.is === 'choosing' && <Choosing order={order} paying={paying} />}
      {step.is === 'code' && <Code {...step} amount={moneyText(order.amountFen)} paying={paying} />}
      {step.is === 'away' && <AtChannel {...step} paying={paying} />}
      {step.is === 'outside' && <Outside {...step} paying={paying} />}
      <div className="row apart">
        {step.is === 'choosing' && (
          <Button kind="plain" onPress={look}>
            {texts.havePaid}
          </Button>
        )}
        <GiveUp orderId={order.id} text={texts.giveUp} onOver={read} />
      </div>
    </section>
  )
}
