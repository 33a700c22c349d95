import type { Answer } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { offerName } from '../money/named.ts'
import { verifyPayTexts } from './texts.ts'

export type Offers = Answer<'GET /v1/offers'>['verification']['offers']

/** What every result of the check keeps and gives back, for each offer, as the service has it. */
export const WhatGoesBack = ({ offers, chosen }: { offers: Offers; chosen?: Offers[number]['offer'] | undefined }) => {
  const language = useLanguage()
  const texts = useTexts(verifyPayTexts)
  const outcomes = (offers[0]?.outcomes ?? []).map(({ outcome }) => outcome)
  const cell = (offer: Offers[number], outcome: (typeof outcomes)[number]): string => {
    const { keptFen = 0, backFen = 0 } = offer.outcomes.find((one) => one.outcome === outcome) ?? {}
    if (backFen === 0) return texts.keepsAll
    return keptFen === 0 ? texts.backAll(moneyText(backFen)) : texts.backSome(moneyText(backFen), moneyText(keptFen))
  }
  return (
    <table className="table">
      <caption>{texts.outcomes}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.outcome}</th>
          {offers.map(({ offer, amountFen }) => (
            <th scope="col" key={offer} data-chosen={offer === chosen}>
              {offerName(offer, language)} <span className="number">{moneyText(amountFen)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outcomes.map((outcome) => (
          <tr key={outcome}>
            <th scope="row">{texts[outcome]}</th>
            {offers.map((offer) => (
              <td key={offer.offer} className="number" data-chosen={offer.offer === chosen}>
                {cell(offer, outcome)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
