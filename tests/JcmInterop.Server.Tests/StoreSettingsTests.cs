using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Tests.World;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Server.Tests;

public sealed class StoreSettingsTests : IAsyncDisposable
{
    private const string Database = "Host=127.0.0.1;Port=1;Database=jcm;Username=jcm";
    private readonly SingleNode single = new();

    public ValueTask DisposeAsync() => single.DisposeAsync();

    [Fact]
    public void Without_a_word_the_record_is_in_the_data_directory()
    {
        var store = Check(null).Store;

        store.IsShared.ShouldBeFalse();
        store.ToString().ShouldBe(Path.Combine(single.Node.Options.DataDirectory, NodeSettings.StoreFile));
    }

    [Fact]
    public void The_password_comes_from_a_file_or_a_variable_and_is_not_shown()
    {
        var file = Path.Combine(single.Node.Folder, "password");
        File.WriteAllText(file, "of-the-file\n");
        Environment.SetEnvironmentVariable("JCM_TEST_PASSWORD", "of-the-variable");

        var ofFile = Check(new StoreOptions { Postgres = Database, PasswordFile = file });
        var ofVariable = Check(new StoreOptions { Postgres = Database, PasswordVariable = "JCM_TEST_PASSWORD" });

        ofFile.Store.Postgres!.ConnectionString.ShouldContain("Password=of-the-file");
        ofVariable.Store.Postgres!.ConnectionString.ShouldContain("Password=of-the-variable");
        $"{ofFile} {ofFile.Store}".ShouldNotContain("of-the-");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Database=jcm;Username=jcm;Password=hush", null, null, "store.postgres")]
    [InlineData("Host=127.0.0.1;Database=jcm;Sevrer=hush", null, null, "store.postgres")]
    [InlineData("Host=127.0.0.1", null, null, "store.postgres")]
    [InlineData(" ", null, null, "store.postgres")]
    [InlineData(Database, "no-such-file", null, "store.passwordFile")]
    [InlineData(Database, "one", "two", "store.passwordFile")]
    [InlineData(Database, null, "JCM_NO_SUCH_VARIABLE", "store.passwordVariable")]
    public void What_is_wrong_is_named_without_the_secret(string postgres, string? file, string? variable, string property)
    {
        var error = Should.Throw<NodeStartException>(() => Check(new StoreOptions { Postgres = postgres, PasswordFile = file, PasswordVariable = variable }));

        error.Place.ShouldBe(property);
        error.ToString().ShouldNotContain("hush");
    }

    [Fact]
    public void A_database_that_does_not_answer_keeps_the_node_from_starting()
    {
        var options = single.Node.Options with { Store = new StoreOptions { Postgres = Database } };

        var error = Should.Throw<NodeStartException>(() => NodeHost.Build(options));

        error.InnerException.ShouldBeOfType<StoreUnreachableException>();
        error.Place.ShouldStartWith("127.0.0.1:1/jcm");
    }

    [Fact]
    public void An_address_of_a_silo_is_an_IP_address() =>
        Should.Throw<NodeStartException>(() => NodeSettings.Check(single.Node.Options with { Cluster = new ClusterOptions { Address = "here" } })).Place.ShouldBe("cluster.address");

    private NodeSettings Check(StoreOptions? store)
    {
        var settings = NodeSettings.Check(single.Node.Options with { Store = store });
        settings.Key.Dispose();
        return settings;
    }
}
