import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { useMay } from '../session/use-session.ts'
import type { Case } from './account-facts.tsx'
import { RevealDialog } from './reveal-dialog.tsx'
import { type RevealField, revealTexts } from './reveal-texts.ts'
import { accountTexts } from './texts.ts'

type HiddenProps = { accountId: string; field: RevealField; name: string; masked: string | undefined }

/** A masked field; whoever may, opens it for a minute. */
const Hidden = ({ accountId, field, name, masked }: HiddenProps) => {
  const reveal = useTexts(revealTexts)
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (masked === undefined) return null
  return (
    <li className="row apart">
      <span>
        <span className="quiet">{name}</span> <span className="number">{masked}</span>
      </span>
      {may('reveal_people') && (
        <Button label={reveal.showOf(reveal[field])} onPress={() => setOpen(true)}>
          {reveal.show}
        </Button>
      )}
      {isOpen && <RevealDialog accountId={accountId} field={field} onClose={() => setOpen(false)} />}
    </li>
  )
}

/** Who somebody is, masked: what the account is verified by, else what it submitted last. */
export const IdentityCard = ({ of }: { of: Case }) => {
  const texts = useTexts(accountTexts)
  const { id, verification, verifications } = of
  const [last] = verifications
  const name = verification.name ?? last?.name
  const idNumber = verification.idNumber ?? last?.idNumber
  const phone = verifications.find(({ status }) => status === 'verified')?.phone ?? last?.phone
  return (
    <section className="card stack">
      <h2>{texts.identity}</h2>
      {last === undefined && <p className="quiet">{texts.noIdentity}</p>}
      <ul className="list">
        <Hidden accountId={id} field="name" name={texts.name} masked={name} />
        <Hidden accountId={id} field="id_number" name={texts.idNumber} masked={idNumber} />
        <Hidden accountId={id} field="phone" name={texts.verifiedPhone} masked={phone} />
      </ul>
      {verification.verifiedAt !== null && (
        <p>
          <span className="quiet">{texts.verifiedAt}</span> <Time at={verification.verifiedAt} />
        </p>
      )}
    </section>
  )
}
