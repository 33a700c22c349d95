import { ungrouped } from '../../../functions/person/typed-digits.ts'
import { bankHint } from '../../../functions/wallet/cards/banks.ts'
import { hasCheckDigit } from '../../../functions/wallet/cards/card-number.ts'
import { type FieldProps, TextField, type Typed } from '../../shared/controls/field.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { cardGroups } from '../../shared/shown/digits.ts'
import { bankName } from './card.ts'
import { cardTexts } from './texts.ts'

/** So many digits tell the bank, where they do. */
const TELLS = 6

/** Whole as far as one can see: only then a check digit can be wrong. */
const WHOLE = /^\d{16,19}$/

/** What its digits tell of a number while it is typed: in groups to compare, the bank they hint at, and that one may be mistyped. */
const Told = ({ number }: { number: string }) => {
  const language = useLanguage()
  const texts = useTexts(cardTexts)
  const hint = number.length < TELLS ? undefined : bankHint(number)
  const bank = hint && [bankName(hint.bank, language), texts[hint.kind]].join(' · ')
  return (
    <>
      {number !== '' && (
        <p className="read-back">
          <span className="only-heard">{texts.numberRead}</span>
          {cardGroups(number)}
        </p>
      )}
      <Status>
        {bank && <p className="hint">{texts.probably(bank)}</p>}
        {WHOLE.test(number) && !hasCheckDigit(number) && <p className="hint">{texts.numberOdd}</p>}
      </Status>
    </>
  )
}

/** The number of a bank card. Browsers are not asked to keep it. */
export const NumberField = (field: FieldProps & Typed) => {
  const number = ungrouped(field.value)
  return (
    <TextField
      {...field}
      inputMode="numeric"
      autoComplete="off"
      maxLength={40}
      verbatim
      below={<Told number={/^\d*$/.test(number) ? number : ''} />}
    />
  )
}
