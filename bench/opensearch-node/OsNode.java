import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;

/**
 * One node of OpenSearch for tests and benches, from its packages alone. Settings are arguments, `key=value`; `path.home` is a must. Starts
 * without the checks of the packaged distribution, so that it runs as root too. Prints `http=PORT` when it can be asked.
 */
public final class OsNode extends Node {
  private static final String[] PLUGINS = {
    "transport.Netty4Plugin", "analysis.common.CommonAnalysisPlugin", "index.reindex.ReindexPlugin", "painless.PainlessPlugin"
  };

  private OsNode(Environment environment, Collection<Class<? extends Plugin>> plugins) {
    super(environment, plugins, true);
  }

  public static void main(String[] args) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String arg : args) {
      int at = arg.indexOf('=');
      String key = arg.substring(0, at);
      String value = arg.substring(at + 1);
      if (value.contains(",")) settings.putList(key, value.split(","));
      else settings.put(key, value);
    }
    Path config = Files.createDirectories(Paths.get(settings.get("path.home"), "config"));
    List<Class<? extends Plugin>> plugins = new ArrayList<>();
    for (String name : PLUGINS) plugins.add(Class.forName("org.opensearch." + name).asSubclass(Plugin.class));
    OsNode node =
        new OsNode(
            InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), config, () -> "node"), plugins);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    node.close();
                  } catch (Exception error) {
                    error.printStackTrace();
                  }
                }));
    node.start();
    HttpServerTransport http = node.injector().getInstance(HttpServerTransport.class);
    System.out.println("http=" + http.boundAddress().publishAddress().getPort());
    Thread.currentThread().join();
  }
}
