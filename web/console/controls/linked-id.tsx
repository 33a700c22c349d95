import { Link } from '../../shared/router/page.tsx'
import { subjectPage } from '../deeds/subject.ts'
import { useMay } from '../session/use-session.ts'
import { Id } from './id.tsx'

type LinkedIdProps = {
  label: string
  /** `account`, `order` and so on, as deeds name what they are done to. */
  kind: string
  text: string
  open: string
}

/** An id to copy, and the way to its page for whoever may see that. */
export const LinkedId = ({ label, kind, text, open }: LinkedIdProps) => {
  const may = useMay()
  const page = subjectPage(`${kind}:${text}`)
  return (
    <span className="line">
      <Id label={label} text={text} whole />
      {page !== undefined && may(page.right) && (
        <Link to={page.to} className="standing">
          {open}
        </Link>
      )}
    </span>
  )
}
