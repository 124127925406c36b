// Takes an employer's open profile off the screen once it may not be seen any more. Without this script the page
// stands until it is asked for again, which then fails.
const profile = document.querySelector('[data-open-profile]')
const farewell = document.querySelector('template[data-profile-gone]')
let stream

function listen() {
  stream = new EventSource(profile.dataset.openProfile)
  stream.addEventListener('gone', close)
  stream.addEventListener('error', () => {
    // A browser gives up after an answer that is no stream, such as that of a proxy while the server restarts.
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000)
  })
}

function close() {
  stream.close()
  const main = document.querySelector('main')
  main.replaceChildren(farewell.content.cloneNode(true))
  document.title = main.querySelector('h1').textContent
  main.focus()
}

listen()

// A page fetched out of the browser's own store for "back" has lost its stream.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
