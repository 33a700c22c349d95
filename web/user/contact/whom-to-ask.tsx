import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { useOffers } from '../use-offers.ts'
import { contactHref } from './contact-href.ts'
import { contactTexts } from './texts.ts'

const Contact = ({ contact }: { contact: string }) => {
  const href = contactHref(contact)
  return href === undefined ? (
    contact
  ) : (
    <a href={href} className="standing">
      {contact}
    </a>
  )
}

/**
 * Whom to ask where the pages lead no further: by name and contact, or in general while these are not known. `about`: what whoever is signed
 * in can ask a person here for help about, by its id or a word.
 */
export const WhomToAsk = ({ about }: { about?: string | undefined }) => {
  const texts = useTexts(contactTexts)
  const { known } = useOffers()
  const { name, contact } = known.is === 'ok' ? known.value.platform : { name: '', contact: '' }
  return (
    <dl className="facts">
      <div>
        <dt>{texts.ask}</dt>
        <dd>
          {name || texts.anyone} {contact !== '' && <Contact contact={contact} />}
        </dd>
      </div>
      {about !== undefined && (
        <div>
          <dt className="only-heard">{texts.ask}</dt>
          <dd>
            <Link to={`/cases?about=${encodeURIComponent(about)}`} className="standing">
              {texts.help}
            </Link>
          </dd>
        </div>
      )}
    </dl>
  )
}
