/**
 * What the vendor warns of beside what it read: the code of IDCardOCR and what of its `Config` asks for it, the check of RecognizeValidIDCardOCR and
 * what asks for that. None where an action has no word for it.
 */
export type Warning = { code?: number; config?: string; check?: string; enable?: string }

export const warnings = {
  invalid_date: { code: -9109, config: 'InvalidDateWarn' },
  cut: { code: -9101, config: 'BorderCheckWarn', check: 'BorderCheck', enable: 'EnableBorderCheck' },
  covered: { code: -9105, config: 'BorderCheckWarn', check: 'OcclusionCheck', enable: 'EnableOcclusionCheck' },
  copy: { code: -9102, config: 'CopyWarn', check: 'CopyCheck', enable: 'EnableCopyCheck' },
  grey_copy: { code: -9108, config: 'CopyWarn', check: 'CopyCheck', enable: 'EnableCopyCheck' },
  screen: { code: -9103, config: 'ReshootWarn', check: 'ReshootCheck', enable: 'EnableReshootCheck' },
  edited: { code: -9106, config: 'DetectPsWarn', check: 'PSCheck', enable: 'EnablePSCheck' },
  // of the fields, at RecognizeValidIDCardOCR
  glaring: { code: -9107, config: 'ReflectWarn' },
  // by its type, at RecognizeValidIDCardOCR
  temporary: { code: -9104, config: 'TempIdWarn' },
  // by the quality, at IDCardOCR
  blurred: { check: 'BlurCheck', enable: 'EnableQualityCheck' },
  electronic: { check: 'ElectronCheck', enable: 'EnableElectronCheck' },
  // in no document
  unheard_of: { code: -9999, config: 'CopyWarn', check: 'ToneCheck', enable: 'EnableCopyCheck' },
} as const satisfies Record<string, Warning>

export type WarningName = keyof typeof warnings

/** Every check that is in an answer of RecognizeValidIDCardOCR, by what asks for it. */
export const checks: Readonly<Record<string, string>> = {
  EnableBorderCheck: 'BorderCheck',
  EnableOcclusionCheck: 'OcclusionCheck',
  EnableCopyCheck: 'CopyCheck',
  EnableReshootCheck: 'ReshootCheck',
  EnablePSCheck: 'PSCheck',
  EnableQualityCheck: 'BlurCheck',
  EnableElectronCheck: 'ElectronCheck',
}
