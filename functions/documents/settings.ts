import { oneOf, type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'

/** Who reads cards: models in the house, or Tencent Cloud. */
export const cardReaderNames = ['house', 'tencent'] as const
export type CardReaderName = (typeof cardReaderNames)[number]

/** Which of Tencent Cloud's two readers. */
export const tencentCardActions = ['RecognizeValidIDCardOCR', 'IDCardOCR'] as const
export type TencentCardAction = (typeof tencentCardActions)[number]

export const documentSettings = {
  documents: {
    readingsPerDay: whole('pieces', 20),
    reader: oneOf<CardReaderName>(cardReaderNames, 'house'),
    tencentAction: oneOf<TencentCardAction>(tencentCardActions, 'RecognizeValidIDCardOCR'),
  },
}

export type DocumentSettings = SettingsOf<typeof documentSettings>

/** What each does, for docs/settings.md. */
export const documentSettingTexts: SettingTexts<typeof documentSettings> = {
  'documents.readingsPerDay':
    'How many photos of an identity card an account may have read on a Beijing day; three that cannot be used lead to a review by a person. Where a vendor reads them, the platform pays for each.',
  'documents.reader':
    'Who reads photos of identity cards: `house`, by models that are deployed with the service, or `tencent`, Tencent Cloud OCR, to whom each photo is then handed with the consent of its owner.',
  'documents.tencentAction':
    'Which service of Tencent Cloud OCR reads them there: `RecognizeValidIDCardOCR`, which reads residence permits too and looks for more that is wrong, or `IDCardOCR`. Whichever the account has bought.',
}

/** The vendors that are handed photos to read them; none where they are read in the house. */
export const readersOutside = ({ documents }: DocumentSettings): string[] =>
  documents.reader === 'tencent' ? ['tencent_cloud'] : []
