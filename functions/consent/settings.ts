import { type SettingsOf, type SettingTexts, text } from '../../shared/kernel/settings.ts'

export const consentSettings = {
  consentNotice: text('2026-12'),
  consentText: { zh: text(''), en: text('') },
  faceNotice: text('face-2026-11'),
  faceText: { zh: text(''), en: text('') },
  papersNotice: text('papers-2026-11'),
  papersText: { zh: text(''), en: text('') },
  cardNotice: text('card-2026-12'),
  cardText: { zh: text(''), en: text('') },
  documentNotice: text('document-2026-12'),
  documentText: { zh: text(''), en: text('') },
  furtherNotice: text('further-2026-11'),
  furtherText: { zh: text(''), en: text('') },
  companyNotice: text('company-2026-11'),
  companyText: { zh: text(''), en: text('') },
}

export type ConsentSettings = SettingsOf<typeof consentSettings>

/** What each does, for docs/settings.md. */
export const consentSettingTexts: SettingTexts<typeof consentSettings> = {
  consentNotice:
    'Label of the notice a user agrees to. A fingerprint of its texts is added to it, so that changed words are another version and older pages ask again; another label asks again by itself.',
  'consentText.zh':
    'Your own text of the notice in Chinese, in place of the one that comes with the service; `{name}` and `{contact}` become those of `platform`, `{recipients}` the companies behind `identity.vendors`, `{recheck}` what is said of later looks at the number where `recheck.afterMs` is not 0. Both languages or none.',
  'consentText.en': 'The same in English.',
  faceNotice: 'The same as `consentNotice` for the notice on confirmation by face, which is agreed to apart.',
  'faceText.zh':
    'Your own text of that notice in Chinese, as `consentText.zh`; `{recipients}` become the companies behind `face.vendors`. Both languages or none.',
  'faceText.en': 'The same in English.',
  papersNotice:
    'The same as `consentNotice` for the notice on papers that a person looks at, which is agreed to apart.',
  'papersText.zh':
    'Your own text of that notice in Chinese, as `consentText.zh`; nobody is handed the data. Both languages or none.',
  'papersText.en': 'The same in English.',
  cardNotice: 'The same as `consentNotice` for the notice on the check of a bank card, which is agreed to apart.',
  'cardText.zh':
    'Your own text of that notice in Chinese, as `consentText.zh`; `{recipients}` become the companies behind `identity.vendors`. Both languages or none.',
  'cardText.en': 'The same in English.',
  documentNotice:
    'The same as `consentNotice` for the notice on the check of an identity card by its photos, which is agreed to apart.',
  'documentText.zh':
    'Your own text of that notice in Chinese, as `consentText.zh`; `{recipients}` become the companies behind `identity.vendors`, `{reading}` who reads the photos. Both languages or none.',
  'documentText.en': 'The same in English.',
  furtherNotice: 'The same as `consentNotice` for the notice on further information that users give of their own will.',
  'furtherText.zh':
    'Your own text of that notice in Chinese, as `consentText.zh`; nobody is handed the data. Both languages or none.',
  'furtherText.en': 'The same in English.',
  companyNotice:
    'The same as `consentNotice` for the notice on looking up the company that somebody acts for, which is agreed to apart.',
  'companyText.zh':
    'Your own text of that notice in Chinese, as `consentText.zh`; `{recipients}` become the companies behind `company.vendors`. Both languages or none.',
  'companyText.en': 'The same in English.',
}
