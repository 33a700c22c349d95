import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { useMay } from '../session/use-session.ts'
import { deedsOf } from './subject.ts'
import { deedsTexts } from './texts.ts'

/** From a case to everything that was done to it. */
export const DeedsLink = ({ subject }: { subject: string }) => {
  const texts = useTexts(deedsTexts)
  const may = useMay()
  return may('see_deeds') ? (
    <Link to={deedsOf(subject)} className="standing">
      {texts.link}
    </Link>
  ) : null
}
