import { useState } from 'react'
import { Button } from '../shared/controls/button.tsx'
import { Status } from '../shared/controls/status.tsx'
import { browserText } from '../shared/shown/browsers.ts'
import { moneyText } from '../shared/shown/money.ts'
import { isFacePage } from './face.ts'
import { useFailure } from './failure.ts'
import type { Handset } from './handset.ts'
import { useLanguage, useTexts } from './language.ts'
import { payAsAsked } from './pay.ts'
import { standingOf } from './payment.ts'
import { showFace } from './show-face.ts'
import { phoneTexts } from './texts.ts'
import { valueIn } from './use-read.ts'

/** `else`: what else can be done, on a page of its own. */
type Offer = {
  text: string
  press: string
  does: () => unknown
  else?: { text: string } & ({ at: string } | { does: () => unknown })
}

/** What somebody would do with the phone now, looking at the page: one tap. */
const useOffer = (handset: Handset): Offer | undefined => {
  const texts = useTexts(phoneTexts)
  const language = useLanguage()
  const { seen, offered, look, first, asking, deskCode, holderNumber } = handset
  const payment = valueIn(look)
  if (asking?.asks.purpose === 'continue') {
    const whose = asking.asks.account?.phone ?? asking.asks.account?.externalId ?? texts.deskUnknown
    return { text: texts.suggestGoOn(whose), press: texts.goOn, does: handset.goOn }
  }
  if (asking && holderNumber !== undefined)
    return {
      text: texts.suggestDesk(browserText(asking.asks.browser, language) ?? texts.deskUnknown),
      press: texts.deskConfirm,
      does: () => handset.decide(holderNumber, 'confirm'),
    }
  if (offered && seen.there.includes('code'))
    return {
      text: texts.suggestCode(offered.code),
      press: texts.fillCode,
      does: () => handset.fillCode(offered),
    }
  if (payment && standingOf(payment) === 'open')
    return {
      text: texts.suggestPay(payment.channel === 'alipay' ? texts.alipay : texts.wechatPay, payment.description),
      press: texts.payNow(moneyText(payment.amountFen)),
      does: () => payAsAsked(handset),
    }
  const { code: scanned } = seen
  if (scanned !== undefined && isFacePage(scanned))
    return {
      text: texts.suggestFace,
      press: texts.showFace,
      does: () => showFace(handset.sandbox, scanned),
      else: { text: texts.openFace, at: scanned },
    }
  const isAsked = seen.empty.some((kind) => kind !== 'code')
  if (deskCode !== undefined && !isAsked)
    return { text: texts.suggestScan, press: texts.deskScan, does: () => handset.scanDesk(deskCode) }
  if (!first) return undefined
  const press = seen.empty.includes('name') || seen.empty.includes('idNumber') ? texts.fillPerson : texts.fillPhone
  return isAsked
    ? {
        text: texts.suggestPerson(first.name),
        press: press(first.name),
        does: () => handset.give(first),
        ...(deskCode !== undefined && { else: { text: texts.suggestScan, does: () => handset.scanDesk(deskCode) } }),
      }
    : undefined
}

/** A message of the phone above everything else it shows. Read out when it changes. */
export const Suggestion = ({ handset }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const offer = useOffer(handset)
  const { filled } = handset
  const [failed, setFailed] = useState<unknown>()
  const failure = useFailure()
  const doing = (deed: () => unknown) => async (): Promise<void> => {
    setFailed(undefined)
    try {
      await deed()
    } catch (error) {
      setFailed(error)
    }
  }
  return (
    <div className="phone-suggestion">
      <Status>
        {filled && <p>{texts.filledCode(filled.code)}</p>}
        {offer && <p>{offer.text}</p>}
        {failed !== undefined && <p className="error">{failure(failed)}</p>}
      </Status>
      {offer && <Button onPress={doing(offer.does)}>{offer.press}</Button>}
      {offer?.else && 'does' in offer.else && <Button onPress={doing(offer.else.does)}>{offer.else.text}</Button>}
      {offer?.else && 'at' in offer.else && (
        <a className="button" href={offer.else.at} target="_blank" rel="noreferrer">
          {offer.else.text}
        </a>
      )}
    </div>
  )
}
