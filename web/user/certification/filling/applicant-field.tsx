import { RadioCards } from '../../../shared/controls/choices.tsx'
import { useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { applicantName } from '../applicants/applicant-name.tsx'
import { applicantTexts } from '../applicants/texts.ts'
import type { Found } from '../application.ts'
import { certificationTexts } from '../texts.ts'
import { fillingTexts } from './texts.ts'

type ApplicantFieldProps = { found: Found; chosen: string; error: string | undefined; onChoose: (id: string) => void }

/** Whose it is; while it is corrected, of the kind that its fee was for. */
export const ApplicantField = ({ found: { of, applicants }, chosen, error, onChoose }: ApplicantFieldProps) => {
  const texts = useTexts(fillingTexts)
  const words = useTexts(applicantTexts)
  const { toApplicants } = useTexts(certificationTexts)
  const offered = applicants.filter(({ kind }) => of.status !== 'returned' || kind === of.kind)
  return (
    <div className="tight">
      <RadioCards
        id="applicant"
        label={texts.applicant}
        hint={texts.applicantHint}
        error={error}
        chosen={chosen}
        onChoose={onChoose}
        options={offered.map((one) => ({
          value: one.id,
          name: applicantName(one, words),
          more: <span className="quiet">{`${words[one.kind]} · ${words[`is_${one.status}`]}`}</span>,
        }))}
      />
      <Link to={`/developer/applicants?application=${of.id}`} className="standing">
        {toApplicants}
      </Link>
    </div>
  )
}
