import { useTexts } from '../../shared/language.ts'
import type { Filling } from './certification.ts'
import { certificationTexts } from './texts.ts'

/** Which kind of picture each field is that is one. */
const pictures: Readonly<Record<string, string>> = {
  name_proof: 'name_proof',
  business_licence: 'business_licence',
  organisation_certificate: 'organisation_certificate',
  authorisation_letter: 'authorisation_letter',
  administrator_picture: 'holder',
  other_proof: 'other_proof',
}

/** What stands in a field, in a line. */
export const useFieldText = () => {
  const texts = useTexts(certificationTexts)
  return (word: string, filling: Filling): string | undefined => {
    if (word === 'certified_name') return filling.certifiedName
    if (word === 'explanation') return filling.said ?? texts.noWords
    const kind = pictures[word]
    if (kind === undefined) return undefined
    const count = filling.materials.filter((one) => one.kind === kind).length
    return count === 0 ? texts.noPictures : texts.pictures(count)
  }
}
