import { useTexts } from '../../shared/language.ts'
import { service } from '../../shared/service.ts'
import { useResource } from '../../shared/state/use-resource.ts'
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

/** Whom to ask where the pages lead no further: by name and contact, or in general while these are not known. */
export const WhomToAsk = () => {
  const texts = useTexts(contactTexts)
  const { known } = useResource('platform', async (signal) => (await service().offers.get({ signal })).platform)
  const { name, contact } = known.is === 'ok' ? known.value : { name: '', contact: '' }
  return (
    <dl className="facts">
      <div>
        <dt>{texts.ask}</dt>
        <dd>
          {name || texts.anyone} {contact !== '' && <Contact contact={contact} />}
        </dd>
      </div>
    </dl>
  )
}
