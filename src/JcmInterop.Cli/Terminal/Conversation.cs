using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace JcmInterop.Cli.Terminal;

/// <summary>One run of a command as it speaks: sentences and tables in a person's language, or one JSON document for a program.</summary>
internal sealed class Conversation
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        // The output is a document of its own and never part of a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly IAnsiConsole console;

    public Conversation(Shell shell, Language language, bool isJson)
    {
        Shell = shell;
        Language = language;
        IsJson = isJson;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = shell.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = shell.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(shell.Output),
        });
        console.Profile.Width = shell.Width;
        console.Profile.Capabilities.Unicode = true;
    }

    public Shell Shell { get; }

    public Language Language { get; }

    /// <summary>Whether the result is one JSON document and nothing else.</summary>
    public bool IsJson { get; }

    /// <summary>The sentence in the person's language.</summary>
    public string Pick(string english, string japanese) => Language == Language.Japanese ? japanese : english;

    /// <summary>Says something to a person; a program does not hear it.</summary>
    public void Say(string english, string japanese) => Say(Pick(english, japanese));

    /// <summary>Says something to a person that is the same in both languages.</summary>
    public void Say(string text)
    {
        if (!IsJson) Shell.Output.WriteLine(text);
    }

    /// <summary>Shows a table or a rule to a person.</summary>
    public void Show(IRenderable shown)
    {
        if (!IsJson) console.Write(shown);
    }

    /// <summary>Hands the result to a program; a person does not see it.</summary>
    public void Give(object result)
    {
        if (IsJson) Shell.Output.WriteLine(JsonSerializer.Serialize(result, JsonForm));
    }

    /// <summary>Tells a fault on the error output, as a sentence or as JSON, and passes the exit code on.</summary>
    public ExitCode Fail(ExitCode code, string english, string japanese)
    {
        Shell.Error.WriteLine(IsJson
            ? JsonSerializer.Serialize(new { error = new { kind = code, english, japanese } }, JsonForm)
            : $"jcm: {Pick(english, japanese)}");
        return code;
    }
}
