import { maskIdNumber, maskName } from '../../../../functions/person/masking.ts'
import { Tag } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import type { Account } from '../../../shared/service.ts'
import { personTexts } from '../../person/texts.ts'
import type { CardRead } from '../document.ts'
import { documentTexts } from '../texts.ts'

type CheckKnownProps = {
  account: Account
  front: CardRead
  back: CardRead
  /** What the service said differs. */
  differs: readonly string[]
}

type RowProps = { label: string; held: string | null; read: string | null; differs: boolean }

/** One thing as the account has it beside what the photo says, both masked. */
const Row = ({ label, held, read, differs }: RowProps) => {
  const texts = useTexts(documentTexts)
  const isOther = differs || (read !== null && held !== read)
  return (
    <div className="compared">
      <h3>{label}</h3>
      <dl className="facts">
        <div>
          <dt>{texts.held}</dt>
          <dd className="number">{held ?? texts.unread}</dd>
        </div>
        <div>
          <dt>{texts.onCard}</dt>
          <dd className="number">
            {read ?? texts.unread}{' '}
            {(read !== null || differs) && (
              <Tag tone={isOther ? 'warn' : 'good'}>{isOther ? texts.different : texts.fits}</Tag>
            )}
          </dd>
        </div>
      </dl>
    </div>
  )
}

/** Who the account is verified as beside what was read, as far as both are shown; what is hidden is compared when it is handed in. */
export const CheckKnown = ({ account: { verification }, front, back, differs }: CheckKnownProps) => {
  const texts = useTexts(documentTexts)
  const labels = useTexts(personTexts)
  return (
    <section className="card stack">
      <h2>{texts.compare}</h2>
      <Row
        label={labels.name}
        held={verification.name}
        read={front.name && maskName(front.name)}
        differs={differs.includes('name')}
      />
      <Row
        label={labels.idNumber}
        held={verification.idNumber}
        read={front.idNumber && maskIdNumber(front.idNumber)}
        differs={differs.includes('id_number')}
      />
      <dl className="facts">
        <div>
          <dt>{texts.validUntil}</dt>
          <dd className="number">{back.validUntil ?? texts.forLife}</dd>
        </div>
      </dl>
      <p className="quiet">{texts.hiddenPart}</p>
    </section>
  )
}
