import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { Status, Tag } from '../../shared/controls/status.tsx'
import { moneyText } from '../../shared/shown/money.ts'
import { useFailure } from '../failure.ts'
import type { Handset } from '../handset.ts'
import { useTexts } from '../language.ts'
import { pay } from '../pay.ts'
import { type Payment, shownBy, standingOf } from '../payment.ts'
import { phoneTexts } from '../texts.ts'
import { faultsOf, otherAmount, type Way, ways } from '../ways.ts'

const What = ({ payment }: { payment: Payment }) => {
  const texts = useTexts(phoneTexts)
  const [tone, standing] = (
    { open: ['info', texts.isOpen], paid: ['good', texts.isPaid], closed: ['warn', texts.isClosed] } as const
  )[standingOf(payment)]
  return (
    <>
      <h3>{payment.channel === 'alipay' ? texts.alipay : texts.wechatPay}</h3>
      <p className="row apart">
        <span>
          {texts.to} <b>{payment.description}</b>
        </span>
        <Tag tone={tone}>{standing}</Tag>
      </p>
      <p className="phone-amount number">{moneyText(payment.amountFen)}</p>
    </>
  )
}

const Cashier = ({ handset, payment }: { handset: Handset; payment: Payment }) => {
  const texts = useTexts(phoneTexts)
  const failure = useFailure()
  const [way, setWay] = useState<Way>('asAsked')
  const [told, setTold] = useState('')
  const other = moneyText(otherAmount(payment.amountFen))
  const more: Record<Way, string | undefined> = {
    asAsked: undefined,
    late: texts.lateMore,
    twice: texts.twiceMore,
    lost: texts.lostMore,
    other: texts.otherMore(other),
    closed: texts.closedMore,
  }
  const refuse = (): void => {
    handset.asked?.answer('cancel')
    handset.scan(undefined)
    setTold(texts.refused)
  }
  const payThisWay = async (): Promise<void> => {
    try {
      setTold(texts.paid(moneyText(await pay(handset, faultsOf(way, payment.amountFen)))))
    } catch (error) {
      setTold(failure(error))
    }
  }
  return (
    <>
      <What payment={payment} />
      <Status>{told !== '' && <p>{told}</p>}</Status>
      <div className="row">
        <Button onPress={payThisWay}>{texts.payNow(way === 'other' ? other : moneyText(payment.amountFen))}</Button>
        <Button kind="plain" onPress={refuse}>
          {texts.refuse}
        </Button>
      </div>
      <RadioCards
        id="phone-way"
        label={texts.how}
        chosen={way}
        onChoose={setWay}
        options={ways.map((value) => ({
          value,
          name: texts[value],
          more: more[value] && <span className="quiet">{more[value]}</span>,
        }))}
      />
    </>
  )
}

/** Reads what was pasted as if it had been scanned: codes that stand on another screen. */
const Scanner = ({ handset }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  return (
    <form
      className="tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const shown = shownBy(text.trim())
        setError(shown ? undefined : texts.scanWrong)
        handset.scan(shown)
      }}
    >
      <TextField
        id="phone-scan"
        label={texts.scan}
        hint={texts.scanHint}
        value={text}
        onType={setText}
        error={error}
        verbatim
      />
      <Button submit wide>
        {texts.scanIt}
      </Button>
    </form>
  )
}

/** What there is to pay: what the page asks for, or what was scanned. */
export const Pay = ({ handset }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const failure = useFailure()
  const {
    shown,
    look: { known },
  } = handset
  return (
    <>
      {shown === undefined && <p>{texts.noCode}</p>}
      {shown && known.is === 'failed' && <p role="alert">{failure(known.error)}</p>}
      {shown && known.is === 'ok' && <Cashier key={JSON.stringify(shown)} handset={handset} payment={known.value} />}
      <Scanner handset={handset} />
    </>
  )
}
