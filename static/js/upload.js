// Files in pieces that survive a cut (tus 1.0). Without script the form sends the file in one.
const PIECE = 4 * 1024 * 1024;
const WAITS = [1000, 2000, 5000, 10000, 20000];
const rest = (ms) => new Promise((done) => { setTimeout(done, ms); });
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const written = (text) => base64(new TextEncoder().encode(text));

class Refused extends Error {}

class Sending {
  constructor(form, file) {
    this.form = form;
    this.file = file;
    this.key = ["upload", form.dataset.subject, file.name, file.size, file.lastModified].join("|");
    this.paused = false;
  }

  async ask(method, url, headers = {}, body = undefined) {
    const answer = await fetch(url, {
      method, body, headers: { "Tus-Resumable": "1.0.0", "X-CSRFToken": this.form.elements.csrf_token.value, ...headers },
    });
    if (answer.ok) return answer;
    // 409: where we are is not where the server is; 460: damaged on the way. Both are asked again from the server's place.
    if (answer.status >= 500 || answer.status === 460 || answer.status === 409 && method === "PATCH") throw new Error(answer.status);
    throw new Refused(await answer.text() || String(answer.status));
  }

  async begin() {
    const said = { filename: this.file.name, subject: this.form.dataset.subject, kind: this.form.elements.kind.value, episode: this.form.elements.episode.value };
    const metadata = Object.entries(said).map(([name, value]) => `${name} ${written(value)}`).join(",");
    const answer = await this.ask("POST", this.form.dataset.upload, { "Upload-Length": this.file.size, "Upload-Metadata": metadata });
    this.place = 0;
    this.url = answer.headers.get("Location");
    localStorage.setItem(this.key, this.url);
  }

  async resume() {
    this.url = localStorage.getItem(this.key);
    if (!this.url) return false;
    try {
      await this.look();
      return this.place < this.file.size;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      localStorage.removeItem(this.key);
      return false;
    }
  }

  async look() {
    const answer = await this.ask("HEAD", this.url);
    this.place = Number(answer.headers.get("Upload-Offset"));
  }

  async piece() {
    const bytes = await this.file.slice(this.place, this.place + PIECE).arrayBuffer();
    const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": this.place };
    if (crypto.subtle) headers["Upload-Checksum"] = `sha256 ${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)))}`;
    const answer = await this.ask("PATCH", this.url, headers, bytes);
    this.place = Number(answer.headers.get("Upload-Offset"));
  }

  async all(tell) {
    let tries = 0;
    if (await this.resume()) tell("resumed", this.place);
    else await this.begin();
    while (this.place < this.file.size) {
      if (this.paused) { await rest(200); continue; }
      try {
        await this.piece();
        tries = 0;
        tell("sending", this.place);
      } catch (error) {
        if (error instanceof Refused) throw error;
        tell("broken", this.place);
        await rest(WAITS[Math.min(tries++, WAITS.length - 1)]);
        await this.look().catch((again) => { if (again instanceof Refused) throw again; });
      }
    }
    localStorage.removeItem(this.key);
  }
}

function sendInPieces(form) {
  const shown = form.querySelector(".upload-progress");
  const [label, bar, pause] = [shown.querySelector("label"), shown.querySelector("progress"), shown.querySelector("button")];
  form.addEventListener("submit", async (event) => {
    const file = form.querySelector("input[type=file]").files[0];
    if (!file || file.size === 0) return;
    event.preventDefault();
    const send = form.querySelector("button[type=submit]");
    const sending = new Sending(form, file);
    const tell = (word, place) => {
      bar.value = 100 * place / file.size;
      label.textContent = `${form.dataset[`word${word[0].toUpperCase()}${word.slice(1)}`]} ${Math.floor(bar.value)}%`;
    };
    form.querySelectorAll(".error").forEach((old) => old.remove());
    shown.hidden = false;
    send.disabled = true;
    pause.textContent = form.dataset.wordPause;
    pause.onclick = () => { sending.paused = !sending.paused; pause.textContent = sending.paused ? form.dataset.wordGoOn : form.dataset.wordPause; };
    tell("sending", 0);
    try {
      await sending.all(tell);
      label.textContent = form.dataset.wordChecking;
      location.assign(form.dataset.done);
    } catch (error) {
      const said = Object.assign(document.createElement("p"), { className: "error", textContent: error.message });
      said.setAttribute("role", "alert");
      shown.before(said);
      shown.hidden = true;
      send.disabled = false;
    }
  });
}

document.querySelectorAll("form[data-upload]").forEach(sendInPieces);
