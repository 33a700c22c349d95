// Read as it stands by every browser, however old: no newer syntax than of 2009.
;(function () {
  var root = document.documentElement
  // What was chosen on this device, before anything is painted. Private windows may have no storage.
  var theme = window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  try {
    var kept = JSON.parse(localStorage.getItem('shiming') || '{}')
    theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : theme
    if (kept.size === 'large' || kept.size === 'largest') root.setAttribute('data-size', kept.size)
    if (kept.language === 'en') root.lang = 'en'
  } catch (_) {}
  root.setAttribute('data-theme', theme)

  // Modules with dynamic import, and what React needs; where these are missing the page would stay as it is, without a word.
  var isOld =
    !('noModule' in document.createElement('script')) ||
    !window.Promise ||
    !window.fetch ||
    !('replaceAll' in String.prototype)
  // What the pages and their client use and iOS 15.0 to 16 have not. Builds lower syntax and bring nothing.
  if (!Object.hasOwn)
    Object.hasOwn = function (object, name) {
      return Object.prototype.hasOwnProperty.call(object, name)
    }
  if (!Array.prototype.at)
    Array.prototype.at = String.prototype.at = function (index) {
      return this[index < 0 ? this.length + index : index]
    }
  if (window.URL && !URL.canParse)
    URL.canParse = function (text, base) {
      try {
        return !!new URL(text, base)
      } catch (_) {
        return false
      }
    }
  if (window.crypto && !crypto.randomUUID)
    crypto.randomUUID = function () {
      var bytes = crypto.getRandomValues(new Uint8Array(16))
      bytes[6] = (bytes[6] & 15) | 64
      bytes[8] = (bytes[8] & 63) | 128
      var hex = ''
      for (var at = 0; at < 16; at += 1)
        hex += (at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '') + (bytes[at] + 256).toString(16).slice(1)
      return hex
    }

  var started = false
  var element = function (id) {
    return document.getElementById(id)
  }
  function tell() {
    if (started || !element('boot-failed')) return
    var why = isOld ? 'boot-why-old' : 'boot-why-failed'
    element('page').hidden = true
    element('boot-failed').hidden = false
    element(why).hidden = false
    element(why + '-en').hidden = false
    element('boot-again').href = location.href
  }
  window.shimingStarted = function () {
    started = true
  }
  // Scripts that do not load, and errors before the first page stands.
  window.addEventListener(
    'error',
    function (event) {
      var target = event.target
      // The page stands without it.
      if (target && target.hasAttribute && target.hasAttribute('data-beside')) return
      if (target === window || (target && (target.tagName === 'SCRIPT' || target.tagName === 'LINK')))
        setTimeout(tell, 0)
    },
    true,
  )
  document.addEventListener('DOMContentLoaded', function () {
    if (isOld) tell()
    // Nothing failed and nothing came: a network that swallows what it is asked for.
    setTimeout(tell, 30000)
  })
})()
