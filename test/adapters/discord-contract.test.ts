import { createDiscord } from "../../adapters/discord/discord.ts";
import { type Conversation, describeChatAdapter } from "./contract.ts";
import { APPLICATION, PERSON, startDiscordServer, TOKEN } from "./discord-server.ts";
import { messageIn, shownBy } from "./discord-shown.ts";

describeChatAdapter({
  name: "Discord",
  secrets: [TOKEN, "Markername", PERSON, "markertoken", APPLICATION],
  answersExcess: true,
  async open(parts): Promise<Conversation> {
    const server = await startDiscordServer();
    const adapter = createDiscord({
      ...parts,
      tell: () => {},
      settings: {
        token: TOKEN,
        apiRoot: server.root,
        applicationId: undefined,
        guildId: undefined,
        mentions: true,
      },
    });
    await adapter.start();
    return {
      adapter,
      async ask(text) {
        const options = [{ name: "سؤال", type: 3, value: text }];
        const data = { id: "1", name: "اسأل", type: 1, options };
        const requests = await server.interact({ type: 2, data });
        return requests.map((request) => shownBy(messageIn(request)));
      },
      async press(custom_id) {
        const message = { flags: 1 << 15 };
        const data = { custom_id, component_type: 2 };
        const [response] = await server.interact({ type: 3, data, message });
        return shownBy(messageIn(response));
      },
      close: () => server.end(),
    };
  },
});
